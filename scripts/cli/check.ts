import { join } from 'node:path';
import { checkFiles } from '../../src/check/check-files.ts';
import { formats } from '../../src/check/formats.ts';
import { readAgentsFolder } from '../../src/content/agents-folder.ts';
import { readTopicsFiles } from '../../src/content/topics-loader.ts';
import { overBudget } from '../../src/playbook/cost.ts';
import { chooseTopics } from '../../src/playbook/topics/field.ts';
import type { Playbook } from '../../src/playbook/playbook.ts';
import { shownPath, type Site } from '../../src/settings/resolve-site.ts';
import { confusionProblems } from '../../src/views/find/confusion-problems.ts';
import type { Asked } from './command-line.ts';

/**
 * Prints what is wrong in the folder of agents.
 * @returns the exit code: 1 with errors or too many warnings, and without agents
 */
export async function check(site: Site, { format, maxWarnings, isQuiet }: Asked): Promise<0 | 1> {
  const topics = await readTopicsFiles(site, join(import.meta.dirname, '../..'));
  const checkFolder = (playbook: Playbook) => [
    ...confusionProblems(playbook, chooseTopics(topics, playbook.agents)),
    ...overBudget(playbook.agents, site.budget, ''),
  ];
  const files = await readAgentsFolder(site.agents, site.out);
  // A path inside the working directory is one that editors and code hosts know.
  const result = checkFiles(files, shownPath(site.agents, site.folder), { isQuiet, checkFolder });
  process.stdout.write(formats[format](result));
  const { error, warning } = result.counts;
  // An empty folder is more likely a wrong path, which a workflow must not take for a clean one.
  if (result.agents === 0) {
    console.error(`${result.folder} contains no agents.`);
    return 1;
  }
  if (warning > maxWarnings) {
    console.error(`There are ${String(warning)} warnings; --max-warnings allows ${String(maxWarnings)}.`);
  }
  return error > 0 || warning > maxWarnings ? 1 : 0;
}
