import type { Element } from '../../playbook/elements/kinds.ts';
import type { ResultKind } from '../format/result-kinds.ts';

/** Returns the kind of result that an element is; `undefined` if it belongs to the text of its section. */
export function kindOfElement(element: Element): ResultKind | undefined {
  switch (element.kind) {
    case 'collaboration-flow':
      return 'flow';
    case 'workflow':
      // A list of steps without agents is the main text of its section.
      return element.variant === 'steps' ? undefined : 'flow';
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
