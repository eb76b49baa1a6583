import { messageForm } from '../../forms/model/message-form.ts';
import { delegationPath, elementPath, href } from '../../links.ts';
import { allAnswers, allQuestions } from '../../playbook/elements/decision-tree.ts';
import { kindName, type ElementKind, type ElementOfKind } from '../../playbook/elements/kinds.ts';
import { counted } from '../../lib/counted.ts';

/** A short description of an element, for places that link to it. */
export interface ElementSummary {
  kind: string;
  /** "9 steps". */
  count: string;
  /** Its page, with the label of the link; absent if it has no page. */
  more?: { href: string; label: string };
}

interface KindDescription<Kind extends ElementKind> {
  /** The name of the kind, which may depend on the element's variant. */
  kind: (element: ElementOfKind<Kind>) => string;
  count: (element: ElementOfKind<Kind>) => string;
  /** The label of the link to its page; empty if it has none. */
  action: string;
}

/** For each kind of element, its name and its count on pages. */
const descriptions: { [Kind in ElementKind]: KindDescription<Kind> } = {
  'collaboration-flow': {
    kind: () => 'Collaboration flow',
    count: ({ steps }) => counted(steps.length, 'step'),
    action: 'Follow this flow',
  },
  'decision-tree': {
    kind: () => 'Decision tree',
    count: ({ questions }) =>
      `${counted(allQuestions(questions).length, 'question')}, ${counted(allAnswers(questions).length, 'answer')}`,
    action: 'Walk this tree',
  },
  delegations: {
    kind: ({ variant }) =>
      ({
        to: 'Delegation',
        with: 'Collaboration',
        from: 'Work from others',
        roles: 'Delegation',
        self: 'Tasks not delegated',
      })[variant],
    count: ({ items }) => counted(items.length, 'task'),
    action: 'All delegations',
  },
  diagram: { kind: () => 'Diagram', count: () => '', action: '' },
  'handoff-template': {
    kind: ({ purpose }) => (purpose === 'handoff' ? 'Handoff template' : 'Report template'),
    count: ({ fields }) => counted(fields.length, 'field'),
    action: 'Open the form',
  },
  message: {
    kind: ({ purpose }) =>
      ({ request: 'Message: request', progress: 'Message: report', audit: 'Message: record' })[purpose],
    count: ({ text }) => counted(messageForm(text).fields.length, 'field'),
    action: 'Open the form',
  },
  'quality-gate': {
    kind: ({ variant }) => (variant === 'gate' ? 'Quality gate' : 'Checklist'),
    count: ({ items }) => counted(items.length, 'item'),
    action: 'Tick it off',
  },
  workflow: {
    kind: ({ variant }) => ({ agents: 'Workflow', steps: 'Steps', phases: 'Phased workflow' })[variant],
    count: ({ steps, variant }) => counted(steps.length, variant === 'phases' ? 'phase' : 'step'),
    action: 'Follow this workflow',
  },
};

/** Returns the name of all elements of a kind, with a capital: "Handoff templates". */
export function nameOfAll(kind: ElementKind): string {
  const { many } = kindName(kind);
  return many.charAt(0).toUpperCase() + many.slice(1);
}

/**
 * Returns the kind, the count and the link of an element.
 * @param id of the placed element
 */
export function summarise<Kind extends ElementKind>(
  id: string,
  element: ElementOfKind<Kind> & { kind: Kind },
): ElementSummary {
  const { kind, count, action }: KindDescription<Kind> = descriptions[element.kind];
  const path = element.kind === 'delegations' ? delegationPath : elementPath({ id, element });
  return {
    kind: kind(element),
    count: count(element),
    ...(path === undefined ? {} : { more: { href: href(path), label: action } }),
  };
}
