import { messageForm } from '../../forms/model/message-form.ts';
import { delegationPath, elementPath, href } from '../../links.ts';
import { allAnswers, allQuestions } from '../../playbook/elements/decision-tree.ts';
import type { Element, ElementKind } from '../../playbook/elements/index.ts';
import { counted } from './text.ts';

/** What is said about an element wherever it is only pointed to. */
export interface ElementSummary {
  kind: string;
  /** "9 steps". */
  count: string;
  /** Its own page, and the words that lead there; absent where it has none. */
  more?: { href: string; label: string };
}

interface KindDescription<Kind extends ElementKind> {
  /** The kind as a whole, in the plural. */
  all: string;
  kind: (element: Extract<Element, { kind: Kind }>) => string;
  count: (element: Extract<Element, { kind: Kind }>) => string;
  /** Words of the link to its own page. */
  action: string;
}

/** The one table of how kinds of element are named and counted on pages. */
const descriptions: { [Kind in ElementKind]: KindDescription<Kind> } = {
  'collaboration-flow': {
    all: 'Collaboration flows',
    kind: () => 'Collaboration flow',
    count: ({ steps }) => counted(steps.length, 'step'),
    action: 'Follow this flow',
  },
  'decision-tree': {
    all: 'Decision trees',
    kind: () => 'Decision tree',
    count: ({ questions }) =>
      `${counted(allQuestions(questions).length, 'question')}, ${counted(allAnswers(questions).length, 'answer')}`,
    action: 'Walk this tree',
  },
  delegations: {
    all: 'Delegations',
    kind: ({ form }) => ({ to: 'Delegation', with: 'Collaboration', roles: 'Delegation', self: 'Kept tasks' })[form],
    count: ({ items }) => counted(items.length, 'task'),
    action: 'All delegations',
  },
  diagram: { all: 'Diagrams', kind: () => 'Diagram', count: () => '', action: '' },
  'handoff-template': {
    all: 'Handoff templates',
    kind: () => 'Handoff template',
    count: ({ fields }) => counted(fields.length, 'field'),
    action: 'Open the form',
  },
  message: {
    all: 'Messages',
    kind: ({ purpose }) =>
      ({ request: 'Message: request', progress: 'Message: report', audit: 'Message: record' })[purpose],
    count: ({ text }) => counted(messageForm(text).fields.length, 'field'),
    action: 'Open the form',
  },
  'quality-gate': {
    all: 'Gates and checklists',
    kind: ({ form }) => (form === 'gate' ? 'Quality gate' : 'Checklist'),
    count: ({ items }) => counted(items.length, 'item'),
    action: 'Tick it off',
  },
  workflow: {
    all: 'Workflows',
    kind: ({ form }) => (form === 'phases' ? 'Phased workflow' : 'Workflow'),
    count: ({ steps, form }) => counted(steps.length, form === 'phases' ? 'phase' : 'step'),
    action: 'Follow this workflow',
  },
};

/** What all elements of a kind are called: "Handoff templates". */
export function nameOfAll(kind: ElementKind): string {
  return descriptions[kind].all;
}

/**
 * Kind, count and link of an element.
 * @param id of the placed element
 */
export function summarise<Kind extends ElementKind>(
  id: string,
  element: Extract<Element, { kind: Kind }> & { kind: Kind },
): ElementSummary {
  const { kind, count, action }: KindDescription<Kind> = descriptions[element.kind];
  const path = element.kind === 'delegations' ? delegationPath : elementPath({ id, element });
  return {
    kind: kind(element),
    count: count(element),
    ...(path === undefined ? {} : { more: { href: href(path), label: action } }),
  };
}
