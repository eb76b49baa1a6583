/**
 * Draws every tree, workflow and flow of a folder's agents, as a build does, and prints how long that took as
 * JSON. A process of its own, so that a cold run pays for loading Mermaid, too.
 */
import { readAgentsFolder } from '../../src/content/agents-folder.ts';
import { drawDiagram, drawingStats } from '../../src/diagrams/draw.ts';
import { flowDiagram, treeDiagram, workflowDiagram } from '../../src/views/shared/mermaid-text.ts';
import { createPlaybook } from '../../src/playbook/playbook.ts';
import { lookupIn } from '../../src/views/shared/route-view.ts';

const playbook = createPlaybook(await readAgentsFolder(process.argv[2] ?? 'content/agents'));
const lookup = lookupIn(playbook.roster);
const started = performance.now();
for (const { id, element } of playbook.elements) {
  if (element.kind === 'decision-tree') await drawDiagram({ ...treeDiagram(element, lookup), id });
  if (element.kind === 'workflow') await drawDiagram({ ...workflowDiagram(element, lookup), id });
  if (element.kind === 'collaboration-flow') await drawDiagram({ ...flowDiagram(element, lookup), id });
}
console.log(JSON.stringify({ ...drawingStats(), seconds: (performance.now() - started) / 1000 }));
// The worker that draws would keep the process for a while.
process.exit(0);
