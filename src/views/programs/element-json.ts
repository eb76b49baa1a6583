import type { DecisionTree, Question } from '../../playbook/elements/decision-tree.ts';
import type { ElementKind, ElementOfKind } from '../../playbook/elements/kinds.ts';
import type { Route } from '../../playbook/elements/route.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';
import { answerLabel, questionText } from '../decide/trees.ts';
import { placeOf, titleOf } from '../shared/origin.ts';
import { publicUrl } from '../shared/public-url.ts';
import type { Lookup } from '../shared/route-view.ts';

/** Returns the content of an element of each kind. The schema in `element-schemas.ts` describes the same. */
const contents: { [Kind in ElementKind]: (element: ElementOfKind<Kind>, lookup: Lookup) => object } = {
  'collaboration-flow': ({ start, steps }, lookup) => ({
    ...(start !== '' && { start }),
    steps: steps.map(({ task, route, line }) => ({ task, route: routeJson(route, lookup), line })),
  }),
  'decision-tree': (tree, lookup) => ({
    root: tree.root,
    questions: questionsJson(tree.questions, tree, lookup),
  }),
  delegations: ({ variant, items }, lookup) => ({
    variant,
    tasks: items.map(({ task, route, wording, line }) => ({
      task,
      ...(route && { route: routeJson(route, lookup) }),
      ...(wording !== undefined && { wording }),
      line,
    })),
  }),
  diagram: ({ text }) => ({ text }),
  'handoff-template': ({ purpose, recipient, fields, text }) => ({ purpose, recipient, fields, text }),
  message: ({ purpose, sentence, text }) => ({ purpose, ...(sentence !== '' && { sentence }), text }),
  'quality-gate': ({ variant, items }) => ({ variant, items }),
  workflow: ({ variant, steps }, lookup) => ({
    variant,
    steps: steps.map(({ title, route, tasks, line }) => ({
      title,
      ...(route && { route: routeJson(route, lookup) }),
      tasks,
      line,
    })),
  }),
};

/** Returns an element as `playbook.json` has it. */
export function elementJson<Kind extends ElementKind>(
  placed: PlacedElement<ElementOfKind<Kind> & { kind: Kind }>,
  lookup: Lookup,
) {
  const { id, agent, element } = placed;
  const { section, from, to } = element;
  return {
    id,
    agent: agent.id,
    title: titleOf(placed),
    url: publicUrl(placeOf(placed)),
    ...(section !== '' && { section }),
    lines: [from, to] as const,
    ...contents[element.kind](element, lookup),
  };
}

/** Returns a route with the roster entries that its names lead to. */
function routeJson({ written, parties, joined, note }: Route, lookup: Lookup) {
  return {
    written,
    parties: parties.map((party) =>
      'agent' in party ? { name: party.agent, ...rosterId(party.agent, lookup) } : party,
    ),
    joined,
    ...(note !== undefined && { note }),
  };
}

function rosterId(name: string, lookup: Lookup): { roster?: string } {
  const entry = lookup(name);
  return entry ? { roster: entry.id } : {};
}

function questionsJson(questions: readonly Question[], tree: DecisionTree, lookup: Lookup): object[] {
  return questions.map((question) => ({
    id: question.id,
    text: questionText(question, tree),
    answers: question.answers.map((answer) => ({
      id: answer.id,
      label: answerLabel(answer),
      ...(answer.route && { route: routeJson(answer.route, lookup) }),
      questions: questionsJson(answer.questions, tree, lookup),
      line: answer.line,
    })),
  }));
}
