import type { RootContent } from 'mdast';
import { collaborationFlow, type CollaborationFlow } from './collaboration-flow.ts';
import { decisionTree, type DecisionTree } from './decision-tree.ts';
import type { Delegations } from './delegations/delegation.ts';
import { delegations } from './delegations/delegations.ts';
import { diagram, type Diagram } from './diagram.ts';
import type { ElementDefinition, ElementReference, Context } from './element.ts';
import type { HandoffTemplate } from './templates/handoff-template.ts';
import { handoffTemplate } from './templates/handoff-templates.ts';
import { message, type Message } from './message.ts';
import type { QualityGate } from './gates/quality-gate.ts';
import { qualityGate } from './gates/quality-gates.ts';
import type { Workflow } from './workflows/workflow.ts';
import { workflow } from './workflows/workflows.ts';

/** A part of an agent file that the site understands. */
export type Element =
  | CollaborationFlow
  | DecisionTree
  | Delegations
  | Diagram
  | HandoffTemplate
  | Message
  | QualityGate
  | Workflow;

export type ElementKind = Element['kind'];

/** The type of the elements of one kind. */
export type ElementOfKind<Kind extends ElementKind> = Extract<Element, { kind: Kind }>;

/**
 * The table of all kinds. A new kind is a file or a folder here, its type in `Element`, and a row here; the type checker
 * then names every table outside of this folder that needs a row as well. Recognisers are tried in this order; the first
 * that returns an element decides.
 */
const definitions: { [Kind in ElementKind]: ElementDefinition<ElementOfKind<Kind>> } = {
  diagram,
  'decision-tree': decisionTree,
  'collaboration-flow': collaborationFlow,
  'handoff-template': handoffTemplate,
  message,
  workflow,
  delegations,
  'quality-gate': qualityGate,
};

/** All kinds, in the order of the table. */
export const elementKinds = Object.keys(definitions) as ElementKind[];

const recognisers = Object.values(definitions).map(({ recognise }) => recognise);

/** Returns the element that a block is; `undefined` if it is prose or code. */
export function recognise(node: RootContent, context: Context) {
  for (const recogniser of recognisers) {
    const element = recogniser(node, context);
    if (element) return element;
  }
  return undefined;
}

/** Returns the name of a kind in a sentence: "decision tree", "decision trees". */
export function kindName(kind: ElementKind): { one: string; many: string } {
  return definitions[kind].name;
}

/** Returns the text of an element, one line for each of its parts. */
export function textLines<Kind extends ElementKind>(element: ElementOfKind<Kind> & { kind: Kind }): string[] {
  return definitions[element.kind].textLines(element);
}

/** Returns the parts of an element that may name agents. */
export function referencesIn<Kind extends ElementKind>(
  element: ElementOfKind<Kind> & { kind: Kind },
): ElementReference[] {
  return definitions[element.kind].references(element);
}
