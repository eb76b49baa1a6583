import { globSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { measureBuild, workFolder, type Build } from './built-site.ts';

/**
 * Builds a copy of a Starlight project with the agents of a folder as its pages. Deletes the project's cache first.
 *
 * @param project its folder, with its packages installed
 * @throws Error if the build fails
 */
export async function buildBeside(project: string, agents: string): Promise<Build> {
  const copy = join(workFolder, 'beside');
  await rm(copy, { recursive: true, force: true });
  const left = new Set(['node_modules', 'dist', '.astro']);
  await cp(project, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  await rm(join(copy, 'node_modules/.astro'), { recursive: true, force: true });
  const pages = join(copy, 'src/content/docs/agents');
  await rm(pages, { recursive: true, force: true });
  await mkdir(pages, { recursive: true });
  for (const path of globSync('*.md', { cwd: agents })) {
    const text = await readFile(join(agents, path), 'utf8');
    // Starlight needs a title, and does not accept the front matter of agents.
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    await writeFile(join(pages, path), `---\ntitle: ${basename(path, '.md')}\n---\n${body}`);
  }
  return measureBuild('the other project', ['node_modules/astro/bin/astro.mjs', 'build'], copy, join(copy, 'dist'));
}
