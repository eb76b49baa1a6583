import type { ElementBase, Recogniser } from './element.ts';

/** A drawing that the author made: a fence in Mermaid's language. */
export interface Diagram extends ElementBase {
  kind: 'diagram';
  text: string;
}

export const recogniseDiagram: Recogniser<Diagram> = (node) => {
  return node.type === 'code' && node.lang?.toLowerCase() === 'mermaid'
    ? { kind: 'diagram', text: node.value }
    : undefined;
};
