import { element } from '../../lib/dom.ts';
import type { Brief } from '../../decide/team-brief.ts';
import { words } from './read-wizard.ts';
import { summariseOutcome, type GivenAnswer, type Outcome } from '../../decide/wizard.ts';

/** Puts an outcome into the page: everybody stands there already, so they are only shown, ordered and explained. */
export function showOutcome(root: ParentNode, outcome: Outcome): void {
  const { given, team } = outcome;
  setText(root, '[data-status]', summariseOutcome(outcome));
  root.querySelector('[data-outcome]')?.toggleAttribute('hidden', given.length === 0);
  const lines = given.map(({ question, answer }) =>
    element('li', {}, `${question.text} `, element('strong', {}, answer.label)),
  );
  root.querySelector('[data-answers]')?.replaceChildren(...lines);

  const rows = new Map(findAll(root, '[data-seat]').map((row) => [row.dataset.seat, row]));
  for (const row of rows.values()) row.hidden = true;
  team.forEach(({ seat, reasons, present }, index) => {
    const row = rows.get(seat.id);
    if (!row) return;
    row.hidden = false;
    setText(row, '[data-because]', reasons.join('; '));
    row.querySelector('[data-present]')?.parentElement?.toggleAttribute('hidden', present.length === 0);
    setText(row, '[data-present]', `${present.map(at).join(', ')} ${present.length > 1 ? 'are' : 'is'}`);
    moveTo(row, index);
  });

  const onTeam = new Set(team.flatMap(({ seat }) => seat.names));
  for (const frame of findAll(root, '[data-fits]')) {
    const entries = findAll(frame, 'li').map((entry) => {
      const fitting = words(entry.dataset.names).filter((name) => onTeam.has(name));
      entry.hidden = fitting.length === 0;
      setText(entry, '[data-for]', fitting.map(at).join(', '));
      return { entry, count: fitting.length, written: Number(entry.dataset.order) };
    });
    frame.hidden = entries.every(({ count }) => count === 0);
    entries.sort((a, b) => b.count - a.count || a.written - b.written);
    entries.forEach(({ entry }, index) => {
      moveTo(entry, index);
    });
  }
}

/** Marks the answers on the way, in the list and in the diagram. */
export function showPath(root: ParentNode, given: readonly GivenAnswer[]): void {
  const taken = new Map(given.map(({ question, answer }) => [question.id, answer.id]));
  const nodes = new Map([...root.querySelectorAll('svg a')].map((node) => [node.getAttribute('href'), node]));
  for (const entry of findAll(root, '[data-path]')) {
    const isTaken = taken.get(entry.dataset.pathQuestion ?? '') === entry.dataset.pathAnswer;
    for (const place of [entry, nodes.get(entry.dataset.path ?? '')]) {
      if (isTaken) place?.setAttribute('aria-current', 'true');
      else place?.removeAttribute('aria-current');
    }
  }
}

/** What the page says about an outcome, as a brief. */
export function readBrief(root: ParentNode, { given, team }: Outcome): Brief {
  const { title = '', from = '', fromHref = '' } = root.querySelector<HTMLElement>('[data-copy]')?.dataset ?? {};
  const fits = (kind: string) =>
    findAll(root, `[data-fits=${kind}] li:not([hidden])`).map((entry) => ({
      ...withoutCarried(linkOf(entry.querySelector('a'))),
      detail: textOf(entry.querySelector('span')),
    }));
  return {
    title,
    address: location.href,
    from: { label: from, address: whole(fromHref) },
    answers: given.map(({ question, answer }) => ({ question: question.text, answer: answer.label })),
    team: team.map(({ seat, reasons }) => {
      const row = root.querySelector(`[data-seat="${seat.id}"]`);
      return {
        label: seat.label,
        reasons,
        tasks: row ? findAll(row, '.outcome-tasks').map(textOf) : [],
        links: row ? findAll(row, '.outcome-seat a').map(linkOf) : [],
      };
    }),
    handoffs: fits('handoffs'),
    flows: fits('flows'),
  };
}

function findAll(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

/** Moves only what is out of place: an element that is moved loses its focus. */
function moveTo(element: Element, index: number): void {
  const there = element.parentElement?.children[index];
  if (there && there !== element) there.before(element);
}

function setText(root: ParentNode, selector: string, text: string): void {
  const target = root.querySelector(selector);
  // Left alone if it says so already: a live region that is written to is read out.
  if (target && target.textContent !== text) target.textContent = text;
}

function textOf(node: Element | null): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

function linkOf(link: Element | null): { label: string; address: string } {
  return { label: textOf(link), address: whole(link?.getAttribute('href') ?? '') };
}

/** Without what a template is opened with: that would be long, and in a brief it stands above. */
function withoutCarried({ label, address }: { label: string; address: string }) {
  return { label, address: address.replace(/#shared\..*$/, '') };
}

function whole(address: string): string {
  return new URL(address, location.href).href;
}

function at(name: string): string {
  return `@${name}`;
}
