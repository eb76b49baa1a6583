import { describe, expect, it } from 'vitest';
import { agentFilesOf } from './agent-files.ts';
import { all, allNamed, hrefOf, mainOf, named, one, textOf, textsOf } from './html.ts';
import { SUBJECT_COUNT } from './many-agents.ts';

const matrix = mainOf('default', 'topics/');
const ffi = mainOf('default', 'topics/ffi/');

/** Returns the row of a topic, without its header. */
function cellsOf(root: Element, topic: string): Element[] {
  const row = all(root, 'tr').find((row) => allNamed(row, 'th', topic).length > 0);
  return row ? all(row, 'td') : [];
}

describe('the matrix of topics', () => {
  it('has a column for each agent, and names each depth for screen readers', () => {
    const table = named(matrix, 'table', 'What each agent covers, and in how much depth');
    expect(all(table, 'thead th')).toHaveLength(1 + agentFilesOf('default').length);
    expect(cellsOf(table, 'FFI').map(textOf)).toEqual([
      'In depth, rust-engineer',
      'Covers, rust-pro',
      'Mentions, rust-production-architect',
      '',
      'In depth, rust-systems-engineer',
    ]);
  });

  it('distinguishes depths by shape, not only by colour', () => {
    const shapes = cellsOf(matrix, 'FFI').slice(0, 3);
    expect(new Set(shapes.map((cell) => one(cell, 'svg').innerHTML)).size).toBe(3);
  });

  it('links each cell to the agent on the topic’s page', () => {
    const link = named(matrix, 'td a', 'Covers, rust-pro');
    const address = cellsOf(matrix, 'FFI').map((cell) => hrefOf(cell.querySelector('a') ?? link));
    expect(address[1]).toBe('/topics/ffi/#playbook:agent-rust-pro');
    const agent = ffi.ownerDocument.getElementById('playbook:agent-rust-pro');
    expect(textOf(one(agent ?? ffi, 'h2, h3'))).toContain('rust-pro');
  });
});

describe('the page of a topic', () => {
  it('shows its sentence, its agents with their depth, and excerpts with the words marked', () => {
    expect(textOf(one(ffi, 'h1'))).toBe('FFI');
    expect(textOf(ffi)).toContain('Calling code of another language');
    expect(textOf(ffi)).toContain('2 agents cover it in depth, 1 covers it, 1 mentions it');
    const agent = named(ffi, 'section', 'rust-systems-engineer');
    expect(textOf(agent)).toContain('In depth');
    expect(textsOf(agent, 'mark')).toContain('cbindgen');
    expect(hrefOf(named(agent, 'a', 'Memory Management'))).toBe('/agents/rust-systems-engineer/#memory-management');
  });

  it('shows the workflows, delegations, templates and gates about it', () => {
    const elements = named(ffi, 'section', 'Templates, flows, gates and more on this topic');
    const entry = (title: string) => all(elements, 'li').find((item) => allNamed(item, 'h3, h4', title).length > 0);
    const text = (title: string) => textOf(entry(title) ?? one(ffi, 'h1'));
    expect(text('Rust-C FFI Integration Project')).toContain('Workflow');
    expect(text('Systems Programming & Performance')).toContain('C/C++ FFI integration → @c-pro or @cpp-pro');
    expect(text('Rust Security Request')).toContain('Handoff template');
    const gate = named(entry('Security Phase Validation') ?? ffi, 'a', 'Security Phase Validation');
    expect(hrefOf(gate)).toBe('/gates/rust-pro-security-phase-validation/');
  });

  it('links to the agents that cover it, to related topics, and to the search within it', () => {
    const embedded = mainOf('default', 'topics/embedded/');
    expect(hrefOf(named(embedded, 'a', 'Agents that cover it'))).toBe('/agents/?topic=embedded');
    expect(hrefOf(named(named(ffi, 'section', 'Related topics'), 'a', 'Unsafe code'))).toBe('/topics/unsafe/');
    expect(hrefOf(named(ffi, 'a', 'Search within this topic'))).toBe('/search/?topic=ffi');
  });
});

describe('topics of hundreds of agents', () => {
  it('have a table that counts agents instead of a column for each', () => {
    const main = mainOf('many', 'topics/');
    expect(all(main, 'thead th')).toHaveLength(5);
    const cells = cellsOf(main, 'Parsing and validation').map(textOf);
    expect(cells.slice(0, 3)).toEqual(['0', String(SUBJECT_COUNT), '0']);
    expect(cells[3]).toContain('crowd-0000');
  });

  it('show the first agents, name more, and link to all of them', () => {
    const main = mainOf('many', 'topics/parsing/');
    expect(textsOf(main, 'p, li')).toContainEqual(expect.stringMatching(/^and \d+ more$/));
    expect(hrefOf(named(main, 'a', 'Agents that cover it'))).toBe('/agents/?topic=parsing');
  });
});

describe('topics of another file', () => {
  const main = mainOf('single', 'topics/');

  it('are used if they are valid, and problems in the file are shown', () => {
    expect(cellsOf(main, 'Waiting').map(textOf)).toEqual(['Mentions, lone-wolf']);
    const problems = named(main, 'section', '2 problems in tests/fixtures/topics/harbour.yaml');
    expect(textsOf(problems, 'li')).toEqual([
      expect.stringMatching(/line 11, column 5.*synonims is not a key of a topic/),
      expect.stringMatching(/line 12, column 5.*Another topic above has the id “waiting”/),
    ]);
    expect(hrefOf(named(main, 'a', 'Waiting'))).toBe('/topics/waiting/');
    expect(textsOf(mainOf('single', 'topics/waiting/'), 'mark')[0]).toBe('Howl');
  });

  it('that no agent mentions are listed with their sentence, without links to pages that they do not have', () => {
    const unmentioned = named(main, 'section', 'Not mentioned by any agent');
    expect(textOf(unmentioned)).toContain('What keeps a ship where it is.');
    expect(textsOf(unmentioned, 'a')).toEqual(['How topics are found']);
  });
});
