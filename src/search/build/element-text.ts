import type { Element } from '../../playbook/elements/kinds.ts';
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
