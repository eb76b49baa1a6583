import { globSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { measureBuild, type Build } from './built-site.ts';

/** The folder of the copy, in the project. */
const COPY = '.bench';

/**
 * Builds a copy of a Starlight project with the agents of a folder as its pages.
 *
 * @param project its folder, with its packages installed
 * @throws Error if the build fails
 */
export async function buildBeside(project: string, agents: string): Promise<Build> {
  // Inside of the project: Astro does not find packages in a folder without a common parent.
  const copy = join(project, COPY);
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy);
  const entries = await readdir(project);
  const copied = entries.filter((name) => !['node_modules', 'dist', '.astro', COPY].includes(name));
  await Promise.all(copied.map((name) => cp(join(project, name), join(copy, name), { recursive: true })));
  const pages = join(copy, 'src/content/docs/agents');
  await rm(pages, { recursive: true, force: true });
  await mkdir(pages, { recursive: true });
  for (const path of globSync('*.md', { cwd: agents })) {
    const text = await readFile(join(agents, path), 'utf8');
    // Starlight needs a title, and does not accept the front matter of agents.
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    await writeFile(join(pages, path), `---\ntitle: ${basename(path, '.md')}\n---\n${body}`);
  }
  const astro = join(project, 'node_modules/astro/bin/astro.mjs');
  return measureBuild('the other project', [astro, 'build'], copy, join(copy, 'dist'));
}
