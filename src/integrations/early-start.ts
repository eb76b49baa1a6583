import type { AstroIntegration } from 'astro';
import { readAgents } from '../content/read-agents.ts';
import { drawAhead } from '../diagrams/draw.ts';
import type { DiagramSource } from '../diagrams/request.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { site } from '../site.ts';
import { flowDiagram, treeDiagram, workflowDiagram } from '../views/shared/mermaid-text.ts';
import { lookupIn } from '../views/shared/route-view.ts';

/**
 * Reads the agents at the very start of a build, and begins to draw their diagrams in worker threads while Astro bundles.
 * Reading them in the loader of the collection would take two seconds more, because Astro loads our modules there one by
 * one; and drawing takes as long as bundling.
 */
export function earlyStart(): AstroIntegration {
  return {
    name: 'early-start',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'build') return;
        const { playbook } = await readAgents(site);
        void drawAhead(diagramsOf(playbook));
      },
    },
  };
}

/** Returns the diagrams of trees, flows and workflows, and those that the agents contain. */
function diagramsOf({ elements, roster }: Playbook): DiagramSource[] {
  const lookup = lookupIn(roster);
  return elements.flatMap(({ element }): DiagramSource[] => {
    switch (element.kind) {
      case 'collaboration-flow':
        return [flowDiagram(element, lookup)];
      case 'decision-tree':
        return [treeDiagram(element, lookup)];
      case 'diagram':
        return [{ text: element.text }];
      case 'workflow':
        return [workflowDiagram(element, lookup)];
      case 'delegations':
      case 'handoff-template':
      case 'message':
      case 'quality-gate':
        return [];
    }
  });
}
