import { allAnswers, allQuestions } from '../../playbook/elements/decision-tree.ts';
import type { Element } from '../../playbook/elements/index.ts';
import type { Route } from '../../playbook/elements/route.ts';
import type { ResultKind } from '../format/result-kinds.ts';

/** Returns the kind of result that an element is; `undefined` if it belongs to the text of its section. */
export function kindOfElement({ kind }: Element): ResultKind | undefined {
  switch (kind) {
    case 'collaboration-flow':
    case 'workflow':
      return 'flow';
    case 'decision-tree':
      return 'decision-tree';
    case 'delegations':
      return 'delegation';
    case 'handoff-template':
      return 'template';
    case 'message':
      return 'message';
    case 'quality-gate':
      return 'gate';
    case 'diagram':
      return undefined;
  }
}

/** Returns the text of an element, a line for each of its parts. */
export function elementText(element: Element): string[] {
  switch (element.kind) {
    case 'collaboration-flow':
      return [element.start, ...element.steps.map(({ task, route }) => withRoute(task, route))];
    case 'decision-tree':
      return [
        element.root,
        ...allQuestions(element.questions).map(({ text }) => text),
        ...allAnswers(element.questions).map(({ answer }) => withRoute(answer.label, answer.route)),
      ];
    case 'delegations':
      return element.items.map(({ task, route, wording }) =>
        wording === undefined ? withRoute(task, route) : `${wording} ${route?.written ?? ''}: ${task}`,
      );
    case 'handoff-template':
      return [element.recipient, ...element.fields.map(({ label, hint }) => `${label}: ${hint}`)];
    case 'message':
      return [element.lead, ...element.text.split('\n').map((line) => line.trim())];
    case 'quality-gate':
      return element.items.map(({ text }) => text);
    case 'workflow':
      // The tasks of phases are in sections, and are found there.
      return element.steps.map(({ title, route }) => withRoute(title, route));
    case 'diagram':
      return [element.text];
  }
}

function withRoute(task: string, route: Route | undefined): string {
  if (!route) return task;
  return task === '' ? route.written : `${task} → ${route.written}`;
}
