import { drawAhead } from '../../diagrams/draw.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { playbookIndex } from './playbook-index.ts';
import { flowDiagram, treeDiagram, workflowDiagram } from './mermaid-text.ts';

/**
 * Starts to draw the diagrams of trees, flows and agents while Astro builds pages without diagrams. Drawing takes most
 * of a build's time and runs in worker threads.
 */
export function beginDrawing(playbook: Playbook): void {
  const { lookup } = playbookIndex(playbook);
  const texts = playbook.elements.flatMap(({ element }) => {
    switch (element.kind) {
      case 'collaboration-flow':
        return flowDiagram(element, lookup).text;
      case 'decision-tree':
        return treeDiagram(element, lookup).text;
      case 'diagram':
        return element.text;
      case 'workflow':
        return workflowDiagram(element, lookup).text;
      case 'delegations':
      case 'handoff-template':
      case 'message':
      case 'quality-gate':
        return [];
    }
  });
  void drawAhead(texts);
}
