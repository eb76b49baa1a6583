import type { Bundle } from '../../exports/archives/bundle.ts';
import { counted } from '../../lib/counted.ts';
import { createElement } from '../../lib/dom.ts';

/** Maximum number of names to list for one change; the total is always stated. */
const MAX_NAMES = 5;

/** Says what an archive contains, which agents it leaves out and why, and what its files do not carry. */
export function describeBundle(
  { files, leftOut, changes }: Bundle,
  tool: string,
): { summary: string; details: HTMLElement[] } {
  const parts = [
    `${counted(files.length, 'file')} for ${tool}`,
    ...(leftOut.length > 0 ? [`${counted(leftOut.length, 'agent')} left out`] : []),
    ...(changes.length > 0 ? [`${counted(changes.length, 'difference')} from the agents’ own files`] : []),
  ];
  const details: HTMLElement[] = [];
  if (leftOut.length > 0) {
    const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
    const items = [...byReason].map(([reason, agents]) =>
      createElement('li', {}, createElement('strong', {}, agents.map(({ name }) => name).join(', ')), `: ${reason}`),
    );
    details.push(section('Left out', items));
  }
  if (changes.length > 0) {
    const items = changes.map(({ field, effect, explanation, names }) =>
      createElement('li', {}, createElement('code', {}, field), ` ${effect}: ${explanation} (${listed(names)})`),
    );
    details.push(section('Differences', items));
  }
  return { summary: `${parts.join('; ')}.`, details };
}

function section(title: string, items: readonly HTMLElement[]): HTMLElement {
  return createElement('details', { open: '' }, createElement('summary', {}, title), createElement('ul', {}, ...items));
}

function listed(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  return more > 1 ? `${names.slice(0, MAX_NAMES).join(', ')} and ${String(more)} more` : names.join(', ');
}
