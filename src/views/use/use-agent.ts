import { createHash } from 'node:crypto';
import { exportAgent } from '../../exports/export-agent.ts';
import type { Effect, ExportedFile } from '../../exports/export.ts';
import { targetName, targets } from '../../exports/targets.ts';
import { exportPath, href, publicUrl, useAnchor } from '../../links.ts';
import { createRenderer } from '../../markdown/render.ts';
import { abilities, accessOf } from '../../playbook/access.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Dialect } from '../../playbook/dialects/dialect.ts';
import { abilityLabels } from '../access/access-view.ts';
import { counted } from '../../lib/counted.ts';
import { installCommand } from './install-command.ts';

/** A row of the table of what an export loses. */
export interface LossRow {
  field: string;
  /** Whether the field is a key of the front matter. */
  isKey: boolean;
  effect: string;
  explanation: string;
}

/** An agent's file for one tool. */
export interface UseFile {
  path: string;
  /** The address of the file on this site. */
  href: string;
  name: string;
  /** The file down to its system prompt. */
  head: string;
  /** The lines of the system prompt, which follows. */
  promptLines: number;
  /** The fields that the file has as they are, in a phrase. */
  unchanged: string;
  losses: LossRow[];
  /** The shell command that installs it, as HTML; absent if the site's public address is not known. */
  installHtml: string | undefined;
  /** A link that installs it; absent if the tool has none, or the site's public address is not known. */
  installLink: string | undefined;
}

/** An agent in one tool. */
export interface UseTarget {
  id: string;
  anchor: string;
  tool: string;
  note: string | undefined;
  /** The outcome for the agent, for the table of contents. */
  outcome: string;
  file: UseFile | undefined;
  /** Why there is no file. */
  refusal: string | undefined;
}

/** The page with an agent's file for each tool. */
export interface UseView {
  id: string;
  name: string;
  title: string;
  targets: UseTarget[];
}

const effectLabels: Record<Effect, string> = { lost: 'Lost', changed: 'Changed', stricter: 'Stricter' };

/** Returns the page with an agent's file for each tool. */
export async function useAgentView(agent: Agent): Promise<UseView> {
  return {
    id: agent.id,
    name: agent.name,
    title: `Use ${agent.name} in your tool`,
    targets: await Promise.all(targets.map((target) => useTarget(agent, target))),
  };
}

async function shellHtml(text: string): Promise<string> {
  const code = { text, language: 'sh' };
  const render = await createRenderer([code], { definitions: [], resolve: () => undefined });
  return render.code(code.text, code.language);
}

async function useTarget(agent: Agent, target: Dialect): Promise<UseTarget> {
  const result = exportAgent(agent, target);
  const shared = { id: target.id, anchor: useAnchor(target.id), tool: targetName(target), note: target.note };
  if ('refusal' in result) {
    const refusal = [result.refusal, gains(agent, target)].join(' ').trim();
    return { ...shared, outcome: 'no file', file: undefined, refusal };
  }
  const { length } = result.losses;
  return {
    ...shared,
    outcome: length === 0 ? 'as it is' : counted(length, 'difference'),
    file: await useFile(agent, target, result),
    refusal: undefined,
  };
}

/** Returns what an agent could do in a tool that limits nothing, and may not do by its file. */
function gains(agent: Agent, { limitsTools }: Dialect): string {
  if (limitsTools !== 'nothing') return '';
  const { grants } = accessOf(agent);
  const gained = abilities
    .filter((ability) => grants[ability] === 'no')
    .map((ability) => abilityLabels[ability].phrase);
  return gained.length === 0 ? '' : `It could also ${new Intl.ListFormat('en').format(gained)}.`;
}

async function useFile(
  agent: Agent,
  target: Dialect,
  { path, text, promptAt, losses, unchanged }: ExportedFile,
): Promise<UseFile> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const address = exportPath(agent.id, target.id, name);
  const url = publicUrl(address);
  const prompt = text.slice(promptAt).trim();
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    path,
    href: href(address),
    name,
    head: text.slice(0, promptAt).trimEnd(),
    promptLines: prompt === '' ? 0 : prompt.split('\n').length,
    unchanged: new Intl.ListFormat('en').format(unchanged),
    losses: losses.map(({ field, effect, explanation }) => ({
      field,
      isKey: field !== 'system prompt',
      effect: effectLabels[effect],
      explanation,
    })),
    installHtml: url === undefined ? undefined : await shellHtml(installCommand(url, path, sha256)),
    installLink: url === undefined ? undefined : target.installLink?.replace('{url}', () => encodeURIComponent(url)),
  };
}
