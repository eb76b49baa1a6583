import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveSite, SettingsError, shownPath, type SettingSources } from '../../../src/settings/resolve-site.ts';

const configFile = (content: unknown, path = '/team/playbook.config.ts') => ({ path, content });

const resolveAt = (sources: Partial<SettingSources>) => resolveSite({ env: {}, folder: '/team', ...sources }, posix);

/** Returns the lines of the error. */
function mistakes(sources: Partial<SettingSources>): string[] {
  try {
    resolveAt(sources);
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a setting', () => {
  it('is taken from the command line, else from the environment, else from the file, else it has a default', () => {
    const file = configFile({ title: 'file', out: 'file', base: 'file' });
    const env = { PLAYBOOK_TITLE: 'variable', PLAYBOOK_OUT: 'variable' };
    const site = resolveAt({ options: { title: 'option' }, env, file });
    expect(site).toMatchObject({ title: 'option', out: '/team/variable', base: '/file/', budget: 0 });
  });

  it('counts as not set if its variable is empty', () => {
    expect(resolveAt({ env: { PLAYBOOK_TITLE: '' }, file: configFile({ title: 'Team' }) }).title).toBe('Team');
  });

  it('has a default that fits any field', () => {
    expect(resolveAt({})).toMatchObject({
      title: 'Agent Playbook',
      agents: '/team',
      topics: '',
      out: '/team/dist',
      url: 'http://localhost:4321',
      base: '/',
      repository: '',
      folder: '/team',
    });
  });
});

describe('a path', () => {
  it('is relative to the configuration file there, and to the working folder elsewhere', () => {
    const file = configFile({ agents: 'agents', topics: '../topics.yaml' }, '/team/site/playbook.config.ts');
    const site = resolveAt({ options: { out: 'public' }, file });
    expect(site).toMatchObject({ agents: '/team/site/agents', topics: '/team/topics.yaml', out: '/team/public' });
  });

  it('may be one of Windows, also on another drive', () => {
    const file = configFile({ agents: String.raw`..\agents` }, String.raw`C:\team\site\playbook.config.ts`);
    const sources = { env: { PLAYBOOK_OUT: String.raw`D:\web` }, folder: String.raw`C:\team`, file };
    const site = resolveSite(sources, win32);
    expect(site).toMatchObject({ agents: String.raw`C:\team\agents`, out: String.raw`D:\web` });
    expect(shownPath(site.agents, site.folder, win32)).toBe('agents');
    expect(shownPath(site.out, site.folder, win32)).toBe('D:/web');
    expect(shownPath(String.raw`C:\teams\x`, site.folder, win32)).toBe('C:/teams/x');
  });

  it('is shown relative to the working folder if it is inside', () => {
    expect(shownPath('/team/agents', '/team', posix)).toBe('agents');
    expect(shownPath('/team', '/team', posix)).toBe('.');
    expect(shownPath('/team/..agents', '/team', posix)).toBe('..agents');
    expect(shownPath('/other', '/team', posix)).toBe('/other');
  });
});

describe('the base path and addresses', () => {
  it.each(['playbook', '/playbook', 'playbook/', '//playbook//'])('have the slashes that links need: %s', (base) => {
    expect(resolveAt({ env: { PLAYBOOK_BASE: base } }).base).toBe('/playbook/');
  });

  it('end in a slash if they are the start of others', () => {
    const env = { PLAYBOOK_REPOSITORY: 'https://code.example/blob/main', PLAYBOOK_URL: 'https://site.example/' };
    expect(resolveAt({ env })).toMatchObject({
      repository: 'https://code.example/blob/main/',
      url: 'https://site.example',
    });
  });
});

describe('a mistake in a setting', () => {
  it('is reported with the nearest name if the name is unknown', () => {
    expect(mistakes({ file: configFile({ tittle: 'x', colour: 'red' }) })).toEqual([
      'playbook.config.ts: tittle: is not a setting. Did you mean “title”?',
      expect.stringMatching(/^playbook\.config\.ts: colour: is not a setting\. There are “agents”, .*“footer”\.$/),
    ]);
  });

  it.each([
    [{ title: 5 }, 'title: is 5: write a text in quotes.'],
    [{ title: ' ' }, 'title: is “ ”: write a text in quotes.'],
    [{ agents: ['a'] }, 'agents: is ["a"]: write a text in quotes.'],
    [{ budget: -1 }, 'budget: is -1: write a whole number, or 0 for no limit.'],
    [{ base: 'https://a.example/b' }, 'base: is “https://a.example/b”: write a path such as “/playbook/”.'],
    [{ url: 'example.org' }, 'url: is “example.org”: write an address such as “https://example.org”.'],
    [{ url: 'https://a.example/b/' }, 'url: has a path: write “https://a.example” here, and “/b/” as the base.'],
    [
      { repository: 'javascript:alert(1)' },
      'repository: is “javascript:alert(1)”: write an address that starts with https:// or http://.',
    ],
    [
      { accent: 'rgba(0,0,0,.5)' },
      'accent: is “rgba(0,0,0,.5)”: write a colour without transparency, such as “#0b6e4f”.',
    ],
    [{ footer: {} }, 'footer: is {}: write a list of links, each with a label and an href.'],
    [{ footer: [{ href: '/x/' }] }, "footer: has no label in link 1: write { label: 'Handbook', href: 'https://…' }."],
    [
      { navigation: [{ label: 'x', href: 'javascript:alert(1)' }] },
      'navigation: has “javascript:alert(1)” as the href of link 1: write an address of the web or of mail, or a path such as “/guide/”.',
    ],
    [
      { navigation: [{ label: 'x', href: '//other.example' }] },
      'navigation: has “//other.example” as the href of link 1: write an address of the web or of mail, or a path such as “/guide/”.',
    ],
  ])('names the file and the key, says what is wrong and what to do: %j', (content, says) => {
    expect(mistakes({ file: configFile(content) })).toEqual([`playbook.config.ts: ${says}`]);
  });

  it('names the variable or the option that has the value', () => {
    expect(mistakes({ env: { PLAYBOOK_BUDGET: 'many' }, options: { url: 'x' } })).toEqual([
      '--url: is “x”: write an address such as “https://example.org”.',
      'PLAYBOOK_BUDGET: is “many”: write a whole number, or 0 for no limit.',
    ]);
  });

  it('is reported once if the file exports nothing that can be read', () => {
    for (const content of [undefined, [], 'x']) {
      expect(mistakes({ file: configFile(content) })).toEqual([
        "playbook.config.ts: exports no settings: write “export default { title: 'Our agents' };”.",
      ]);
    }
  });
});
