import type { ElementDefinition, Recogniser } from '../element.ts';
import { readGateFence, readGateParagraph } from './gate-lines.ts';
import { readGateList } from './gate-list.ts';
import { readGateTable } from './gate-table.ts';
import type { QualityGate } from './quality-gate.ts';

/** Recognises lists, tables, fences and paragraphs of things to check. */
const recogniseQualityGate: Recogniser<QualityGate> = (node, context) => {
  if (node.type === 'list') return readGateList(node, context);
  if (node.type === 'table') return readGateTable(node, context);
  if (node.type === 'code') return readGateFence(node, context);
  return node.type === 'paragraph' ? readGateParagraph(node, context) : undefined;
};

export const qualityGate: ElementDefinition<QualityGate> = {
  name: { one: 'quality gate', many: 'gates and checklists' },
  recognise: recogniseQualityGate,
  textLines: ({ items }) => items.map(({ text }) => text),
  references: () => [],
};
