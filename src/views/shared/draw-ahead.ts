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
  const sources = playbook.elements.flatMap(({ element }) => {
    switch (element.kind) {
      case 'collaboration-flow':
        return flowDiagram(element, lookup);
      case 'decision-tree':
        return treeDiagram(element, lookup);
      case 'diagram':
        return { text: element.text };
      case 'workflow':
        return workflowDiagram(element, lookup);
      case 'delegations':
      case 'handoff-template':
      case 'message':
      case 'quality-gate':
        return [];
    }
  });
  void drawAhead(sources);
}
