import { SEPARATOR } from '../../lib/separator.ts';
import { createElement } from '../../lib/dom.ts';
import type { FoundAgent, FoundAgents } from '../../search/browser/find-agents.ts';
import { resultKinds } from '../../search/format/result-kinds.ts';
import type { Hit } from '../../search/query/result-types.ts';
import { renderPart } from '../search/shared/render-results.ts';
import { highlightAddress } from '../search/highlight/highlight-address.ts';

/** Maximum number of agents to offer for a comparison: those behind them fit the task less. */
const MAX_OFFERED = 3;

/** The addresses of other pages, with the base path. */
export interface Addresses {
  compare: string;
  agents: string;
}

/** Describes the result in a sentence, to show and to announce. */
export function describeFound({ fits, agents, total, unknown, delegated }: FoundAgents): string {
  const missing = sentence(' Not in any file', unknown) + sentence(' Only in tasks that it delegates', delegated);
  const [first] = agents;
  if (!first) return `No agent fits this task.${missing}`;
  if (!fits) return `No agent fits this task well. The closest match is ${first.name}.${missing}`;
  if (agents.length === 1) return `Only ${first.name} fits.${missing}`;
  const shown = total > agents.length ? `; the first ${String(agents.length)} of ${String(total)} are shown` : '';
  return `${first.name} fits best${shown}.${missing}`;
}

/** Maximum number of words to name, and of letters of each: a pasted text may have hundreds of words. */
const MAX_NAMED = 6;
const MAX_LETTERS = 30;

function sentence(start: string, words: readonly string[]): string {
  if (words.length === 0) return '';
  const named = words
    .slice(0, MAX_NAMED)
    .map((word) => (word.length > MAX_LETTERS ? `${word.slice(0, MAX_LETTERS)}…` : word));
  const more = words.length - named.length;
  return `${start}: ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}.`;
}

/** Renders the agents, best first, each with the reasons; before them a link to the corrected task. */
export function renderFound(found: FoundAgents, addresses: Addresses): HTMLElement[] {
  const { corrected } = found;
  if (corrected === undefined) return renderAgents(found, addresses);
  const link = createElement('a', { href: `?${new URLSearchParams({ task: corrected }).toString()}` }, corrected);
  return [createElement('p', { class: 'find-correction' }, 'Did you mean: ', link), ...renderAgents(found, addresses)];
}

function renderAgents({ fits, agents }: FoundAgents, addresses: Addresses): HTMLElement[] {
  if (agents.length === 0) {
    return [
      createElement(
        'p',
        {},
        'Try other words, or ',
        createElement('a', { href: addresses.agents }, 'browse all agents'),
        '.',
      ),
    ];
  }
  const list = createElement(
    'ol',
    { class: 'found-agents', 'aria-label': fits ? 'Agents that fit, best first' : 'Closest matches' },
    ...agents.map((agent) => createElement('li', {}, renderAgent(agent, addresses))),
  );
  if (agents.length < 2) return [list];
  const compared = agents.slice(0, MAX_OFFERED);
  const link = createElement(
    'a',
    {
      class: 'button',
      href: `${addresses.compare}?agents=${compared.map(({ id }) => encodeURIComponent(id)).join(',')}`,
    },
    `Compare the first ${compared.length === 2 ? 'two' : 'three'}`,
  );
  return [list, createElement('p', { class: 'no-print' }, link)];
}

function renderAgent(agent: FoundAgent, { agents: folder }: Addresses): HTMLElement {
  const { id, name, accent, monogram, summary, access, words, topics, reasons, delegations } = agent;
  return createElement(
    'article',
    { class: 'found-agent', 'data-accent': accent },
    createElement(
      'h2',
      {},
      createElement('span', { class: 'agent-mark', 'aria-hidden': 'true' }, monogram),
      createElement('a', { href: `${folder}${encodeURI(id)}/` }, name),
    ),
    ...(summary === '' ? [] : [createElement('p', {}, summary)]),
    createElement(
      'dl',
      { class: 'found-facts' },
      ...fact('Words in its file', words.length === 0 ? [] : [words.join(', ')]),
      ...fact('Topics', links(topics)),
      ...fact('Parts that match', listOf(reasons)),
      ...fact('Hands over', listOf(delegations)),
      ...fact('Access', access === '' ? [] : [access]),
    ),
  );
}

function fact(label: string, content: readonly (Node | string)[]): HTMLElement[] {
  if (content.length === 0) return [];
  return [createElement('div', {}, createElement('dt', {}, label), createElement('dd', {}, ...content))];
}

function links(topics: FoundAgent['topics']): (Node | string)[] {
  return topics.flatMap(({ title, href }, index) => [
    ...(index > 0 ? [SEPARATOR] : []),
    createElement('a', { href }, title),
  ]);
}

function listOf(hits: readonly Hit[]): HTMLElement[] {
  if (hits.length === 0) return [];
  return [
    createElement(
      'ul',
      { class: 'plain-list' },
      ...hits.map((hit) => {
        const title = hit.kind === 'agent' ? ['Description and examples'] : hit.title.map(renderPart);
        return createElement(
          'li',
          {},
          createElement('a', { href: highlightAddress(hit) }, ...title),
          ...(hit.kind === 'agent' ? [] : [` · ${resultKinds[hit.kind].one}`]),
          createElement('span', { class: 'found-snippet' }, ...hit.snippet.map(renderPart)),
        );
      }),
    ),
  ];
}
