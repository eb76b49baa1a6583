import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutInformation } from '../../../src/playbook/problems.ts';
import { createPlaybook, type AgentFile } from '../../../src/playbook/playbook.ts';
import { allFixtures, briefly, bytesOf } from './helpers.ts';

/** Matches letters, marks and digits joined by hyphens: no dot, slash, space, capital or symbol. */
const safeId = /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u;

const named = (path: string, name: string): AgentFile => ({
  path,
  bytes: bytesOf(`---\nname: ${JSON.stringify(name)}\ndescription: y\n---\nBody of ${path}\n`),
});
const idsOf = (...files: AgentFile[]) =>
  Object.fromEntries(createPlaybook(files).agents.map(({ id, source }) => [source.path, id]));
const idOf = (name: string, path = 'agent.md') => idsOf(named(path, name))[path];

describe('the ids of agents', () => {
  it('leave the address of the catalogue in markdown free', () => {
    expect(idOf('index')).toBe('agent-index');
    expect(idOf('index', 'team/agent.md')).toBe('team-index');
  });

  it.each([
    ['helper', 'helper'],
    ['Bee Keeper', 'bee-keeper'],
    ['../../x', 'x'],
    ['a/b\\c:d*e?f', 'a-b-c-d-e-f'],
    ['--a__b--', 'a-b'],
    ['専門家', '専門家'],
    ['e\u0301cole', 'école'],
    ['हिन्दी', 'हिन्दी'],
    ['<script>', 'script'],
    ['CON.', 'con'],
  ])('are derived from the name: %s → %s', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  it('are derived from the file name if the name has no letters', () => {
    expect(idOf('!!!', 'team/Bee Keeper.md')).toBe('team-bee-keeper');
    expect(idOf('🚀', '🚀.md')).toBe('agent');
    expect(idOf('', '.md')).toBe('agent');
  });

  it('differ by folder, then by file name, if names collide', () => {
    expect(
      idsOf(
        named('a/helper.md', 'helper'),
        named('b/c/helper.md', 'helper'),
        named('b/c/y.md', 'Helper'),
        named('x.md', 'helper!'),
      ),
    ).toEqual({
      'a/helper.md': 'a-helper',
      'b/c/helper.md': 'b-c-helper',
      'b/c/y.md': 'b-c-helper-y',
      'x.md': 'helper',
    });
  });

  it('leave out folders that say nothing', () => {
    expect(idOf('helper', '.claude/agents/helper.md')).toBe('helper');
    expect(idOf('helper', 'plugins/harbour/agents/helper.md')).toBe('harbour-helper');
  });

  it('do not change when a file is added in another folder', () => {
    const path = 'team/helper.md';
    const alone = idOf('helper', path);
    for (const other of ['a/helper.md', 'helper.md', 'team/deeper/helper.md', 'z/helper.md']) {
      expect(idsOf(named(path, 'helper'), named(other, 'helper '))[path]).toBe(alone);
    }
    const long = 'harbour-master/'.repeat(6);
    expect(idsOf(named(`${long}x.md`, 'x'), named(`${long}y/x.md`, 'x '))[`${long}x.md`]).toBe(
      idOf('x', `${long}x.md`),
    );
  });

  it('do not change when a file of the same name is added in a folder that they leave out', () => {
    expect(idsOf(named('agents/helper.md', 'helper'), named('.claude/agents/helper.md', 'helper '))).toEqual({
      'agents/helper.md': 'helper',
      '.claude/agents/helper.md': 'claude-agents-helper',
    });
    expect(idsOf(named('y.md', 'helper'), named('agents/helper.md', 'helper '))).toEqual({
      'y.md': 'helper',
      'agents/helper.md': 'agents-helper',
    });
  });

  it('are short enough for file names with long names and long folders, in any script', () => {
    for (const letter of ['a', '漢', '𝔸']) {
      const long = letter.repeat(300);
      const ids = Object.values(
        idsOf(named(`${long}/1.md`, long), named(`${long}/2.md`, long), named('3.md', `${long}!`)),
      );
      expect(new Set(ids).size).toBe(3);
      for (const id of ids) expect(bytesOf(`${id}.html`).length).toBeLessThanOrEqual(255);
    }
  });

  it('do not depend on the order of the files', () => {
    const files = allFixtures();
    expect(createPlaybook(files.toReversed())).toEqual(createPlaybook(files));
  });

  it('are unique and safe for any names and paths', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'helper',
        'Helper',
        'a-helper',
        'a-helper-2',
        'helper-2',
        '!!!',
        '',
        '../../x',
        'x',
        '__proto__',
        'x'.repeat(300),
      ),
    );
    const path = fc.oneof(
      fc.constantFrom(
        'a/x.md',
        'a/y.md',
        'b/x.md',
        'helper.md',
        'a/helper.md',
        'a/a/helper.md',
        '../../etc/x.md',
        '.md',
        'é/ñ.md',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const files = fc.uniqueArray(fc.record({ path, name }), { selector: (file) => file.path, maxLength: 12 });
    fc.assert(
      fc.property(files, (given) => {
        const { agents } = createPlaybook(given.map((file) => named(file.path, file.name)));
        const ids = agents.map(({ id }) => id);
        expect(ids).toHaveLength(given.length);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(safeId);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the ids of elements', () => {
  it('fit into file names, whatever the lengths of names and titles, and stay different', () => {
    const title = `${'漢字 '.repeat(40)}checklist`;
    const text = `---\nname: ${'名'.repeat(80)}\ndescription: y\n---\n\n## ${title} A\n\n- [ ] x\n\n## ${title} B\n\n- [ ] x\n`;
    const ids = createPlaybook([{ path: 'a.md', bytes: bytesOf(text) }]).elements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) {
      expect(id).toMatch(safeId);
      expect(bytesOf(`${id}.html`).length).toBeLessThanOrEqual(255);
    }
  });
});

describe('createPlaybook', () => {
  it('reports a name that two files have once, at the position of the name', () => {
    const { agents } = createPlaybook(allFixtures());
    const helpers = agents.filter(({ name }) => name === 'helper');
    expect(helpers.map(({ id, problems }) => [id, briefly(problems)])).toEqual([
      ['team-a-helper', ['name-duplicate 2:1']],
      ['team-b-helper', []],
    ]);
    expect(helpers[0]?.problems[0]?.message).toBe('Another file has the name “helper”: team-b/helper.md.');
  });

  it('keeps the problems of an agent in the order of its file', () => {
    const bytes = bytesOf('---\nname: x\n---\n\n```');
    const { agents } = createPlaybook([
      { path: 'a.md', bytes },
      { path: 'b.md', bytes },
    ]);
    expect(briefly(agents[0]?.problems ?? [])).toEqual([
      'description-missing 1:1',
      'name-duplicate 2:1',
      'fence-unclosed 5:1',
    ]);
  });

  it('includes all other files if one cannot be read', () => {
    const { agents } = createPlaybook([{ path: 'a.md', unreadable: 'EACCES' }, named('b.md', 'b')]);
    expect(agents.map(({ id, source }) => [id, source.isReadable])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(agents[0]?.problems).toMatchObject([{ rule: 'file-unreadable', file: 'a.md', line: 1, column: 1 }]);
    expect(agents[0]?.problems[0]?.message).toContain('EACCES');
  });

  it('skips what has not the shape of an agent, and says why', () => {
    const note = bytesOf('# Our agents\n');
    const page = bytesOf('---\ntitle: Home\nlayout: wide\n---\n# Home\n');
    const command = bytesOf('---\ndescription: Rings the bell.\nargument-hint: how often\n---\nRing.\n');
    const { agents, skipped } = createPlaybook([
      { path: 'README.md', bytes: note },
      { path: 'LIESMICH.de.md', bytes: bytesOf('# Unsere Agenten\n') },
      { path: 'docs/home.md', bytes: page },
      { path: 'ring.md', bytes: command },
      { path: '.claude/commands/bell.md', bytes: bytesOf('---\ndescription: Rings.\n---\nRing.\n') },
      named('team/AGENTS.md', 'reader'),
      { path: 'only-described.md', bytes: bytesOf('---\ndescription: Reads.\nmode: subagent\n---\nRead.\n') },
    ]);
    expect(agents.map(({ name }) => name)).toEqual(['only-described', 'reader']);
    expect(skipped).toEqual([
      { path: '.claude/commands/bell.md', reason: 'of a command, a rule or a page' },
      { path: 'LIESMICH.de.md', reason: 'without front matter' },
      { path: 'README.md', reason: 'without front matter' },
      { path: 'docs/home.md', reason: 'of a command, a rule or a page' },
      { path: 'ring.md', reason: 'of a command, a rule or a page' },
    ]);
  });

  it('reads identical files as one agent that knows all its places', () => {
    const copy = (path: string) => ({ ...named('z.md', 'helper'), path });
    const { agents } = createPlaybook([copy('z.md'), copy('a/z.md'), copy('b/z.md'), named('b/y.md', 'other')]);
    expect(agents.map(({ id, source }) => [id, source.path, source.copies])).toEqual([
      ['helper', 'z.md', ['a/z.md', 'b/z.md']],
      ['b-other', 'b/y.md', undefined],
    ]);
    expect(agents[0]?.problems).toEqual([]);
  });

  it('sorts agents without regard to case, and numbers by their value', () => {
    const names = ['step-10', 'Émile', 'step-9', 'zoo', 'eagle', 'Step-9'];
    const { agents } = createPlaybook(names.map((name, index) => named(`${String(index)}.md`, name)));
    expect(agents.map(({ name }) => name)).toEqual(['eagle', 'Émile', 'step-9', 'Step-9', 'step-10', 'zoo']);
  });

  it('accepts an empty list of files', () => {
    expect(createPlaybook([])).toEqual({ agents: [], roster: [], elements: [], skipped: [] });
  });

  it('returns a name, an id and the problems of every awkward file', () => {
    const { agents } = createPlaybook(allFixtures());
    expect(
      Object.fromEntries(
        agents.map(({ id, source, problems }) => [source.path, [id, ...briefly(withoutInformation(problems))]]),
      ),
    ).toEqual({
      'crlf-bom.md': ['ferry-pilot'],
      'deep-tree.md': ['signal-box'],
      'empty.md': ['empty', 'file-empty 1:1'],
      'hostile.md': ['x', 'name-format 2:1', 'value-invalid 6:1'],
      'latin1.md': ['crêpe-cook', 'not-utf8 1:1', 'name-format 2:1'],
      'loose-front-matter.md': ['stage-manager', 'front-matter-unreadable 3:14'],
      'nested-fences.md': ['scribe', 'fence-nested 8:1'],
      'no-body.md': ['mime', 'body-empty 4:1'],
      'no-name.md': ['no-name', 'name-missing 1:1'],
      'tags-in-prose.md': ['tag-reader'],
      'team-a/helper.md': ['team-a-helper', 'name-duplicate 2:1'],
      'team-b/helper.md': ['team-b-helper'],
      'unclosed-fence.md': ['baker', 'fence-unclosed 8:1'],
      'unquoted-colon.md': ['gardener', 'front-matter-unquoted 3:14'],
      '天気予報士.md': ['天気予報士', 'name-format 2:1'],
    });
  });
});
