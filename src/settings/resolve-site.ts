import { closest, distance } from 'fastest-levenshtein';
import * as systemPath from 'node:path';
import { accentVariants, type AccentVariants } from './accent-variants.ts';
import type { ConfiguredLink, PlaybookConfig } from './config.ts';
import { isSetting, settingNames, settings, type OptionName, type SettingName } from './settings.ts';
import { wrongWith } from './value-kinds.ts';

/** The resolved configuration of a site. All paths are absolute. */
export interface Site {
  title: string;
  description: string;
  /** The URL of the site, without the base path. */
  url: string;
  /** The base path of the site; starts and ends with a slash. */
  base: string;
  /** The start of URLs at which readers can see a file in the repository, with a slash; empty if there is none. */
  repository: string;
  /** The folder of agent files, with subfolders. */
  agents: string;
  /** The topics file; empty if the agents decide which of the included ones fits. */
  topics: string;
  /** The folder that the site is written to. */
  out: string;
  /** Tokens that the descriptions of all agents together may need; 0 if they are not limited. */
  budget: number;
  accent?: AccentVariants;
  navigation: ConfiguredLink[];
  footer: ConfiguredLink[];
  /** The folder that the command runs in: readers see the paths of files relative to it. */
  folder: string;
}

/** A configuration file as it was loaded, which may contain anything. */
export interface ConfigFile {
  /** Its absolute path; paths in it are relative to its folder. */
  path: string;
  content: unknown;
}

/** The sources of the values of settings; an earlier source overrides a later one. */
export interface SettingSources {
  options?: Readonly<Partial<Record<OptionName, string>>>;
  env: Readonly<Record<string, string | undefined>>;
  file?: ConfigFile;
  /** The folder that paths of options and environment variables are relative to. */
  folder: string;
}

/** A value of a setting, where it is written, and the folder that it is relative to if it is a path. */
interface Found {
  value: unknown;
  source: string;
  folder: string;
}

/** Settings with mistakes: each message is a line that names the source, says what is wrong and what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The first sentence of the home page, if none is configured. */
const DESCRIPTION =
  'Your coding agents, as a site: see which one to call, what it covers, and hand it the work with the words it expects.';

/**
 * Returns the settings of a site: those of the command line, else of the environment, else of the configuration file,
 * else the defaults.
 * @param path the path functions of the system, which tests replace
 * @throws SettingsError with a line for each mistake
 */
export function resolveSite(sources: SettingSources, path: systemPath.PlatformPath = systemPath): Site {
  const { file, folder } = sources;
  const wrong: string[] = [];
  const name = file ? shownPath(file.path, folder, path) : '';
  const config = file ? readContent(file.content, name, wrong) : {};

  const found = (setting: SettingName): Found | undefined => {
    const one = findValue(setting, sources, config, name, path);
    const problem = one && wrongWith(settings[setting].kind, one.value);
    if (one && problem !== undefined) wrong.push(`${one.source}: ${problem}`);
    return problem === undefined ? one : undefined;
  };
  const text = (setting: SettingName, otherwise: string) => {
    const value = found(setting)?.value;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise;
  };
  const location = (setting: SettingName, otherwise: string) => {
    const one = found(setting) ?? { value: otherwise, folder };
    return path.resolve(one.folder, String(one.value));
  };
  const links = (setting: SettingName) => (found(setting)?.value ?? []) as ConfiguredLink[];
  const topics = found('topics');
  const accent = found('accent');

  const site: Site = {
    title: text('title', 'Agent Playbook'),
    description: text('description', DESCRIPTION),
    url: text('url', 'http://localhost:4321').replace(/\/+$/, ''),
    base: `/${text('base', '')}/`.replace(/\/{2,}/g, '/'),
    repository: text('repository', '').replace(/(?<=[^/])$/, '/'),
    agents: location('agents', '.'),
    topics: topics ? path.resolve(topics.folder, String(topics.value)) : '',
    out: location('out', 'dist'),
    budget: Number(text('budget', '0')),
    ...(accent && { accent: accentVariants(String(accent.value), accent.source) }),
    navigation: links('navigation'),
    footer: links('footer'),
    folder: path.resolve(folder),
  };
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return site;
}

/** Returns a path as a reader of the terminal knows it: relative to the working folder if it is inside, with slashes. */
export function shownPath(absolute: string, folder: string, path: systemPath.PlatformPath = systemPath): string {
  const inside = path.relative(folder, absolute);
  const isInside = inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
  return (isInside ? inside || '.' : absolute).replaceAll('\\', '/');
}

function findValue(
  setting: SettingName,
  { options = {}, env, file, folder }: SettingSources,
  config: PlaybookConfig,
  name: string,
  path: systemPath.PlatformPath,
): Found | undefined {
  const { [setting]: option } = options as Partial<Record<SettingName, string>>;
  if (option !== undefined) return { value: option, source: `--${setting}`, folder };
  const definition = settings[setting];
  const variable = 'variable' in definition ? definition.variable : '';
  // A variable that is set to nothing counts as not set: workflows cannot unset one.
  const value = env[variable];
  if (value !== undefined && value !== '') return { value, source: variable, folder };
  if (!file || config[setting] === undefined) return;
  return { value: config[setting], source: `${name}: ${setting}`, folder: path.dirname(file.path) };
}

/** Returns the settings of a configuration file, and reports keys that are none. */
function readContent(content: unknown, name: string, wrong: string[]): PlaybookConfig {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    wrong.push(`${name}: exports no settings: write “export default { title: 'Our agents' };”.`);
    return {};
  }
  for (const key of Object.keys(content)) {
    if (isSetting(key)) continue;
    wrong.push(`${name}: ${key}: is not a setting. ${suggestion(key, settingNames, (near) => `“${near}”`)}`);
  }
  return content;
}

/** Completes a message about an unknown name: the nearest known one, or all of them. */
export function suggestion(written: string, known: readonly string[], quoted: (name: string) => string): string {
  const near = closest(written.toLowerCase(), [...known]);
  const isNear = distance(written.toLowerCase(), near) <= Math.ceil(written.length / 3);
  return isNear ? `Did you mean ${quoted(near)}?` : `There are ${known.map(quoted).join(', ')}.`;
}
