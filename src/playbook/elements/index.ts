import type { RootContent } from 'mdast';
import { recogniseCollaborationFlow, type CollaborationFlow } from './collaboration-flow.ts';
import { recogniseDecisionTree, type DecisionTree } from './decision-tree.ts';
import { recogniseDelegations, type Delegations } from './delegations.ts';
import { recogniseDiagram, type Diagram } from './diagram.ts';
import type { Place } from './element.ts';
import { recogniseHandoffTemplate, type HandoffTemplate } from './handoff-template.ts';
import { recogniseMessage, type Message } from './message.ts';
import { recogniseQualityGate, type QualityGate } from './quality-gate.ts';
import { recogniseWorkflow, type Workflow } from './workflow.ts';

/** Something an agent file contains that the site understands. */
export type Element =
  CollaborationFlow | DecisionTree | Delegations | Diagram | HandoffTemplate | Message | QualityGate | Workflow;

export type ElementKind = Element['kind'];

/** Tried in this order; the first to claim a block has it. */
const recognisers = [
  recogniseDiagram,
  recogniseDecisionTree,
  recogniseCollaborationFlow,
  recogniseHandoffTemplate,
  recogniseMessage,
  recogniseWorkflow,
  recogniseDelegations,
  recogniseQualityGate,
] as const;

/** What a block is; nothing if it is prose or code. */
export function recognise(node: RootContent, place: Place) {
  for (const recogniser of recognisers) {
    const element = recogniser(node, place);
    if (element) return element;
  }
  return;
}
