import { createElement } from '../../lib/dom.ts';
import { matchTeam } from '../../decide/matches.ts';
import { summariseOutcome, type GivenAnswer, type WizardOutcome } from '../../decide/wizard.ts';
import { splitAtSpaces } from './read-wizard.ts';

/** Shows an outcome. The page already contains every slot, template and flow: they are only shown, sorted and explained. */
export function renderOutcome(root: ParentNode, outcome: WizardOutcome): void {
  setText(root, '[data-status]', summariseOutcome(outcome));
  root.querySelector('[data-outcome]')?.toggleAttribute('hidden', outcome.given.length === 0);
  renderAnswers(root, outcome.given);
  renderTeam(root, outcome);
  renderMatches(root, outcome);
}

function renderAnswers(root: ParentNode, given: readonly GivenAnswer[]): void {
  const items = given.map(({ question, answer }) =>
    createElement('li', {}, `${question.text} `, createElement('strong', {}, answer.label)),
  );
  root.querySelector('[data-answers]')?.replaceChildren(...items);
}

function renderTeam(root: ParentNode, { team }: WizardOutcome): void {
  const rows = new Map(findAll(root, '[data-slot]').map((row) => [row.dataset.slot, row]));
  for (const row of rows.values()) row.hidden = true;
  team.forEach(({ slot, reasons, alreadyOnTeam }, index) => {
    const row = rows.get(slot.id);
    if (!row) return;
    row.hidden = false;
    setText(row, '[data-because]', reasons.join('; '));
    row.querySelector('[data-already]')?.parentElement?.toggleAttribute('hidden', alreadyOnTeam.length === 0);
    setText(row, '[data-already]', `${mentions(alreadyOnTeam)} ${alreadyOnTeam.length > 1 ? 'are' : 'is'}`);
    moveTo(row, index);
  });
}

function renderMatches(root: ParentNode, { team }: WizardOutcome): void {
  for (const list of findAll(root, '[data-matches]')) {
    const candidates = findAll(list, 'li').map((item) => ({
      item,
      names: splitAtSpaces(item.dataset.names),
      order: Number(item.dataset.order),
    }));
    const matches = matchTeam(candidates, team);
    list.hidden = matches.every(({ matching }) => matching.length === 0);
    matches.forEach(({ candidate: { item }, matching }, index) => {
      item.hidden = matching.length === 0;
      setText(item, '[data-for]', mentions(matching));
      moveTo(item, index);
    });
  }
}

/** Marks the given answers in the tree, both in the list and in the diagram. */
export function markPath(root: ParentNode, given: readonly GivenAnswer[]): void {
  const answers = new Map(given.map(({ question, answer }) => [question.id, answer.id]));
  const nodes = new Map([...root.querySelectorAll('svg a')].map((node) => [node.getAttribute('href'), node]));
  for (const link of findAll(root, '.tree-answer a')) {
    const path = link.getAttribute('href') ?? '';
    // The last parameter is the answer itself; those before lead to it.
    const [question = '', answer] = [...new URLSearchParams(path.replace(/^[^?]*/, ''))].at(-1) ?? [];
    const isGiven = answers.get(question) === answer;
    for (const target of [link.closest('li'), nodes.get(path)]) {
      if (isGiven) target?.setAttribute('aria-current', 'true');
      else target?.removeAttribute('aria-current');
    }
  }
}

function findAll(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

/** Moves an element only if it is out of place, because an element that is moved loses its focus. */
function moveTo(element: Element, index: number): void {
  const there = element.parentElement?.children[index];
  if (there && there !== element) there.before(element);
}

/** Changes a text only if it differs, because writing to a live region announces it. */
function setText(root: ParentNode, selector: string, text: string): void {
  const target = root.querySelector(selector);
  if (target && target.textContent !== text) target.textContent = text;
}

/** `['a', 'b']` → `@a, @b`. */
function mentions(names: readonly string[]): string {
  return names.map((name) => `@${name}`).join(', ');
}
