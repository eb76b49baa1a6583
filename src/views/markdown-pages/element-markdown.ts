import type { DecisionTree } from '../../playbook/elements/decision-tree.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';
import { treeList, type TreeQuestionView } from '../decide/decide.ts';
import { writtenSteps, type Flow } from '../flows/flow-steps.ts';
import type { PlacedFlow } from '../flows/flows.ts';
import { gateView, type PlacedGate } from '../gates/gates.ts';
import { formOf } from '../handoffs/handoff-form.ts';
import type { PlacedHandoff } from '../handoffs/handoffs.ts';
import { summarise } from '../shared/element-summary.ts';
import { linkResolver } from '../shared/link-resolver.ts';
import { fileRenderer } from '../shared/list-entry.ts';
import { originOf, placeOf, titleOf } from '../shared/origin.ts';
import type { PlaybookIndex } from '../shared/playbook-index.ts';
import { routeView, type RouteView } from '../shared/route-view.ts';
import { authorsLine } from './authors-markdown.ts';
import { blocks, bullets, fence, link, numbered, plain, table } from './markdown-text.ts';

/** Returns the markdown version of a decision tree: its questions as a nested list. */
export function treeMarkdown(placed: PlacedElement<DecisionTree>, { lookup }: PlaybookIndex): string {
  const { root, questions } = treeList(placed.element, placeOf(placed), lookup);
  return blocks(head(placed), root !== '' && `**${plain(root)}**`, questionList(questions));
}

function questionList(questions: readonly TreeQuestionView[]): string {
  return bullets(
    questions.map(({ text, answers }) => {
      const below = answers.map(({ label, route, questions }) => {
        const target = route ? ` → ${routeText(route)}` : '';
        return [plain(label) + target, questionList(questions)].filter((part) => part !== '').join('\n');
      });
      return [`**${plain(text)}**`, bullets(below)].join('\n');
    }),
  );
}

/** Returns the markdown version of a flow: its steps with their agents and tasks. */
export async function flowMarkdown(placed: PlacedFlow, index: PlaybookIndex): Promise<string> {
  const { agent } = placed;
  const element: Flow = placed.element;
  const resolve = linkResolver(agent, index.files, 'other');
  const steps = writtenSteps(element, await fileRenderer(agent, index)).map(({ markdown, route, tasks }) => {
    const agents = route ? routeText(routeView(route, index.lookup)) : '';
    const step = [authorsLine(markdown, resolve), agents].filter((part) => part !== '').join(' → ');
    return [step, bullets(tasks.map((task) => authorsLine(task, resolve)))].filter((part) => part !== '').join('\n');
  });
  const start = element.kind === 'collaboration-flow' ? element.start : '';
  return blocks(head(placed), start !== '' && `Starts with: ${plain(start)}`, numbered(steps));
}

/** Returns the markdown version of a gate: a task list. */
export async function gateMarkdown(placed: PlacedGate, index: PlaybookIndex): Promise<string> {
  const resolve = linkResolver(placed.agent, index.files, 'other');
  const { items } = await gateView(placed, [], index);
  return blocks(
    head(placed),
    bullets(items.map(({ markdown, done }) => `[${done ? 'x' : ' '}] ${authorsLine(markdown, resolve)}`)),
  );
}

/** Returns the markdown version of a template or a message: its text as written, and what each field is for. */
export function handoffMarkdown(placed: PlacedHandoff): string {
  const { element } = placed;
  const { fields } = formOf(element);
  const isMessage = element.kind === 'message';
  return blocks(
    head(placed),
    isMessage && plain(element.sentence),
    fence(element.text, isMessage ? 'json' : 'markdown'),
    fields.length > 0 &&
      blocks(
        '## Fields',
        table(
          ['Field', isMessage ? 'Sample' : 'Hint'],
          fields.map(({ group, label, hint }) => [plain([...group, label].join(' / ')), plain(hint)]),
        ),
      ),
  );
}

/** The title of an element, and where it comes from. */
function head(placed: PlacedElement): string {
  const { kind, count } = summarise(placed.id, placed.element);
  const { agent, href, section } = originOf(placed);
  const place = section ? `, section ${link(section.title, section.href)}` : '';
  return blocks(`# ${plain(titleOf(placed))}`, `${kind} with ${count}, from the agent ${link(agent, href)}${place}.`);
}

/** Writes the parties of a route, with links. */
export function routeText({ parties, joined, note }: RouteView): string {
  const names = parties.map(({ label, href }) => (href === undefined ? plain(label) : link(label, href)));
  return names.join(` ${joined} `) + (note === undefined ? '' : ` (${plain(note)})`);
}
