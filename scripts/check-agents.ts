import { relative, resolve } from 'node:path';
import { checkFiles } from '../src/check/check-files.ts';
import { readArguments, usage } from '../src/check/arguments.ts';
import { formats } from '../src/check/formats.ts';
import { readAgentsFolder } from '../src/content/agents-folder.ts';
import { readTopicsFile } from '../src/content/topics-loader.ts';
import { overBudget } from '../src/playbook/cost.ts';
import type { Playbook } from '../src/playbook/playbook.ts';
import { chooseTopics } from '../src/playbook/topics/field.ts';
import { site } from '../src/site.ts';
import { confusionProblems } from '../src/views/find/confusion-problems.ts';

const asked = readArguments(process.argv.slice(2), site.agents);
if ('help' in asked) process.stdout.write(usage);
else if ('wrong' in asked) fail(`${asked.wrong}\n\n${usage}`);
else {
  const { folder, format, maxWarnings, isQuiet } = asked;
  try {
    // A path inside the working directory is one that editors and code hosts know.
    const path = relative(process.cwd(), resolve(folder)).replaceAll('\\', '/');
    const shown = path.startsWith('..') ? folder : path === '' ? '.' : path;
    const topics = await Promise.all(site.topics.map(readTopicsFile));
    const checkFolder = (playbook: Playbook) => [
      ...confusionProblems(playbook, chooseTopics(topics, playbook.agents)),
      ...overBudget(playbook.agents, site.budget, ''),
    ];
    const result = checkFiles(await readAgentsFolder(folder), shown, { isQuiet, checkFolder });
    process.stdout.write(formats[format](result));
    const { error, warning } = result.counts;
    if (warning > maxWarnings) {
      console.error(`There are ${String(warning)} warnings; --max-warnings allows ${String(maxWarnings)}.`);
    }
    if (error > 0 || warning > maxWarnings) process.exitCode = 1;
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
