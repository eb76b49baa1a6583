import type { PlaybookConfig } from './config.ts';
import type { ValueKind } from './value-kinds.ts';

/** One setting of a site: how each of its sources names it. */
interface Setting {
  kind: ValueKind;
  /** What the setting is, for the list of options. */
  description: string;
  /** Stands for the value in the list of options; absent if the setting has no option, like a list of links. */
  placeholder?: string;
  /** The environment variable. */
  variable?: string;
  /** What the list of options gives as the default. */
  otherwise?: string;
}

/**
 * All settings. The configuration file, the environment and the command line are read with this one table, and `--help`
 * is written from it.
 */
export const settings = {
  agents: {
    kind: 'path',
    description: 'the folder of agents, or a whole repository',
    placeholder: 'DIR',
    variable: 'PLAYBOOK_AGENTS',
    otherwise: 'this folder',
  },
  out: {
    kind: 'path',
    description: 'the folder that the site is written to',
    placeholder: 'DIR',
    variable: 'PLAYBOOK_OUT',
    otherwise: 'dist',
  },
  base: {
    kind: 'base',
    description: 'the path of the site below its address',
    placeholder: 'PATH',
    variable: 'PLAYBOOK_BASE',
    otherwise: '/',
  },
  url: {
    kind: 'origin',
    description: 'the address that the site is published at',
    placeholder: 'URL',
    variable: 'PLAYBOOK_URL',
    otherwise: 'http://localhost:4321',
  },
  title: {
    kind: 'text',
    description: 'the site’s title',
    placeholder: 'TEXT',
    variable: 'PLAYBOOK_TITLE',
    otherwise: 'Agent Playbook',
  },
  description: {
    kind: 'text',
    description: 'the first sentence of the home page',
    placeholder: 'TEXT',
    variable: 'PLAYBOOK_DESCRIPTION',
  },
  topics: {
    kind: 'path',
    description: 'the file that names the topics of the field',
    placeholder: 'FILE',
    variable: 'PLAYBOOK_TOPICS',
    otherwise: 'the included one that fits',
  },
  repository: {
    kind: 'address',
    description: 'the address of files in the repository',
    placeholder: 'URL',
    variable: 'PLAYBOOK_REPOSITORY',
    otherwise: 'no links to the source',
  },
  budget: {
    kind: 'count',
    description: 'maximum tokens of all descriptions together',
    placeholder: 'N',
    variable: 'PLAYBOOK_BUDGET',
    otherwise: 'not limited',
  },
  accent: {
    kind: 'colour',
    description: 'the colour of links',
    placeholder: 'COLOUR',
    variable: 'PLAYBOOK_ACCENT',
  },
  navigation: { kind: 'links', description: 'links at the end of the main navigation' },
  footer: { kind: 'links', description: 'links in the footer of every page' },
} as const satisfies Record<keyof PlaybookConfig, Setting>;

export type SettingName = keyof typeof settings;

/** The settings that an option on the command line can set. */
export type OptionName = Exclude<SettingName, 'navigation' | 'footer'>;

export const settingNames = Object.keys(settings) as SettingName[];

/** Whether a key of a configuration file, or the name of an option, is that of a setting. */
export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}
