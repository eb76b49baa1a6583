import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { agentFile, agentFilesOf } from './agent-files.ts';
import { all, containing, hrefOf, mainOf, named, one, textOf, textsOf } from './html.ts';
import { builtSites, filesOf, PUBLIC_URL, siteOf } from './sites.ts';

const built = siteOf('default').built;

function read(file: string): Buffer {
  return readFileSync(join(built, file));
}

describe('the file of an agent', () => {
  it.each(builtSites)('of the site “%s” is in the build, byte for byte', (name) => {
    // The catalogue in markdown is no agent's file.
    const files = filesOf(name).filter((file) => /^agents\/(?!index\.md$)[^/]+\.md$/.test(file));
    const written = new Set(agentFilesOf(name).map(({ bytes }) => bytes.toString('base64')));
    expect(files).toHaveLength(agentFilesOf(name).length);
    const contents = files.map((file) => readFileSync(join(siteOf(name).built, file)).toString('base64'));
    expect(files.filter((_, index) => !written.has(contents[index] ?? ''))).toEqual([]);
  });

  it.each(agentFilesOf('default'))('$id.md can be copied and downloaded from its page', ({ id, bytes }) => {
    const main = mainOf('default', `agents/${id}/`);
    const link = named(main, 'a', 'Download');
    expect(hrefOf(link)).toBe(`/agents/${id}.md`);
    expect(link.getAttribute('download')).toBe(`${id}.md`);
    expect(one(main, 'copy-agent').getAttribute('data-file')).toBe(`/agents/${id}.md`);
    expect(read(`agents/${id}.md`).equals(bytes)).toBe(true);
  });
});

describe('the page with the files of an agent', () => {
  const main = mainOf('default', 'agents/rust-pro/use/');
  const copilotFile = 'agents/rust-pro/vscode/rust-pro.agent.md';

  it('says what each file loses, and where there is none', () => {
    expect(textOf(one(main, 'h1'))).toBe('Use rust-pro in your tool');
    const lost = containing(named(main, 'section', 'Agent Skills'), 'tr', /^tools Lost/);
    expect(textOf(lost)).toContain('A skill has no tools of its own');
    expect(textOf(named(main, 'section', 'Cursor'))).toContain('There is no file for this tool.');
  });

  it('has the file for a tool, and a command that installs it', () => {
    const copilot = named(main, 'section', 'VS Code and GitHub Copilot');
    expect(textsOf(copilot, 'details').join('\n')).toContain(
      `curl -fsSL -o rust-pro.agent.md.part '${PUBLIC_URL}/${copilotFile}'`,
    );
    const link = one(copilot, 'a[download]');
    expect(hrefOf(link)).toBe(`/${copilotFile}`);
    expect(link.getAttribute('download')).toBe('rust-pro.agent.md');
    expect(one(copilot, 'copy-agent').getAttribute('data-file')).toBe(`/${copilotFile}`);
    const prompt = agentFile('default', 'rust-pro').text.split('\n').at(-2) ?? '';
    expect(read(copilotFile).toString('utf8')).toContain(prompt);
  });

  it('lists the tools with links to their places', () => {
    const tool = named(named(main, 'nav', 'Tools'), 'a', 'VS Code and GitHub Copilot');
    expect(hrefOf(tool)).toBe('#playbook:use-vscode');
    expect(all(main, 'section')).toHaveLength(all(named(main, 'nav', 'Tools'), 'a').length);
  });
});

describe('the marketplace', () => {
  it('is at both of its addresses, and its archives have their checksums', () => {
    const text = read('marketplace.json').toString('utf8');
    expect(read('.claude-plugin/marketplace.json').toString('utf8')).toBe(text);
    const { plugins } = JSON.parse(text) as { plugins: { name: string; source: { url: string; sha256: string } }[] };
    expect(plugins).toHaveLength(agentFilesOf('default').length + 1);
    for (const { name, source } of plugins) {
      const bytes = read(new URL(source.url).pathname);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(source.sha256);
      const manifest = unzipSync(bytes)['.claude-plugin/plugin.json'];
      expect(strFromU8(manifest ?? new Uint8Array())).toContain(`"name": ${JSON.stringify(name)}`);
    }
  });
});
