import { elementAnchor } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import { allQuestions } from '../../playbook/elements/decision-tree.ts';
import type { DelegationVariant } from '../../playbook/elements/delegations/delegation.ts';
import type { Element, ElementKind } from '../../playbook/elements/kinds.ts';
import type { Workflow } from '../../playbook/elements/workflows/workflow.ts';

/** Elements of one kind in an agent's file, as an entry of the overview on its page. */
export interface OverviewEntry {
  kind: ElementKind;
  /** "1 decision tree", "3 workflows". */
  title: string;
  /** "5 questions", "24 steps"; may be empty. */
  size: string;
  /** Anchor of the first one. */
  anchor: string;
}

/** The noun for each part, in the singular and the plural. */
type Noun = readonly [one: string, many: string];

/** The counts that an element adds to its entry: itself first, then its parts. */
type Counts = readonly (readonly [noun: Noun, count: number])[];

/** Returns what is in an agent's file, in the order of the file. Elements of the same kind and variant make one entry. */
export function overview({ elements }: Agent): OverviewEntry[] {
  const entries = Map.groupBy(elements, (element) => countsOf(element)[0]?.[0][0]);
  return [...entries.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const counts = alike.map(countsOf);
    const [title = '', ...sizes] = countsOf(first).map(([[one, many]], index) => {
      const sum = counts.reduce((sum, one) => sum + (one[index]?.[1] ?? 0), 0);
      return `${String(sum)} ${sum === 1 ? one : many}`;
    });
    // The number of lists is not worth showing if there is only one.
    const isOneList = first.kind === 'delegations' && alike.length === 1;
    return [{ kind: first.kind, title, size: isOneList ? '' : sizes.join(', '), anchor: elementAnchor(first) }];
  });
}

/** Nouns whose plural has an `s` at its end. */
function regular(one: string): Noun {
  return [one, `${one}s`];
}

const delegationNouns: Record<DelegationVariant, Noun> = {
  to: regular('delegation'),
  roles: ['delegation to a role', 'delegations to roles'],
  with: regular('collaboration'),
  from: ['task it receives', 'tasks it receives'],
  self: ['task it does itself', 'tasks it does itself'],
};

const workflowNouns: Record<Workflow['variant'], Noun> = {
  agents: regular('workflow'),
  steps: regular('step list'),
  phases: regular('phased workflow'),
};

function countsOf(element: Element): Counts {
  switch (element.kind) {
    case 'collaboration-flow':
      return [
        [regular('collaboration flow'), 1],
        [regular('step'), element.steps.length],
      ];
    case 'decision-tree':
      return [
        [regular('decision tree'), 1],
        [regular('question'), allQuestions(element.questions).length],
      ];
    case 'delegations':
      return [
        [delegationNouns[element.variant], element.items.length],
        [regular('group'), 1],
      ];
    case 'diagram':
      return [[regular('diagram'), 1]];
    case 'handoff-template':
      return [
        [regular('handoff template'), 1],
        [regular('field'), element.fields.length],
      ];
    case 'message':
      return [[regular('message'), 1]];
    case 'quality-gate':
      return [
        [regular(element.variant === 'gate' ? 'quality gate' : 'checklist'), 1],
        [regular('item'), element.items.length],
      ];
    case 'workflow':
      return [
        [workflowNouns[element.variant], 1],
        [regular(element.variant === 'phases' ? 'phase' : 'step'), element.steps.length],
      ];
  }
}
