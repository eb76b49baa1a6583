import type { ExportList } from '../../exports/archives/export-list.ts';
import { exportAgent } from '../../exports/export-agent.ts';
import { targets } from '../../exports/targets.ts';
import { agentFilePath, exportPath, href } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';

/**
 * Returns the list of an agent's files for all tools. A file that an export does not change is that of the agent itself,
 * byte for byte.
 * @param source the text of the agent's own file
 */
export function exportList(agent: Agent, source: string): ExportList {
  const written = withoutLineEnds(source);
  const files = targets.map((target): [string, ExportList['targets'][string]] => {
    const result = exportAgent(agent, target);
    if ('refusal' in result) return [target.id, { refusal: result.refusal }];
    const { path, losses, text } = result;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isSource = withoutLineEnds(text) === written;
    const address = isSource ? agentFilePath(agent.id) : exportPath(agent.id, target.id, name);
    return [target.id, { path, href: href(address), losses }];
  });
  return { name: agent.name, targets: Object.fromEntries(files) };
}

/** Returns a text without what an export may write differently: blank lines, and the ends of lines. */
function withoutLineEnds(text: string): string {
  return text.replace(/[\r\n]+/g, '\n').trim();
}
