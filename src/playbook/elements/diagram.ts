import type { ElementBase, ElementDefinition } from './element.ts';

/** A diagram by the author: a fence in Mermaid's language. */
export interface Diagram extends ElementBase {
  kind: 'diagram';
  /** The Mermaid text. */
  text: string;
}

export const diagram: ElementDefinition<Diagram> = {
  name: { one: 'diagram', many: 'diagrams' },
  recognise: (node) =>
    node.type === 'code' && node.lang?.toLowerCase() === 'mermaid' ? { kind: 'diagram', text: node.value } : undefined,
  textLines: ({ text }) => [text],
  references: () => [],
};
