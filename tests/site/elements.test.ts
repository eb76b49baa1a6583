import { describe, expect, it } from 'vitest';
import { all, allNamed, containing, hrefOf, mainOf, named, one, textOf, textsOf } from './html.ts';
import { templatesOfFile } from './template-fields.ts';

describe('the list of gates', () => {
  it('counts gates and checklists separately, and links each', () => {
    const list = mainOf('default', 'gates/');
    expect(textOf(list)).toContain('4 gates with 24 items; 2 checklists with 14 items.');
    expect(all(named(list, 'section', 'Checklists'), 'h3')).toHaveLength(2);
    const gate = named(list, 'h3 a', 'Development Phase Validation');
    expect(hrefOf(gate)).toBe('/gates/rust-pro-development-phase-validation/');
    expect(textsOf(list, 'li p, li span')).toContain('6 items');
  });
});

describe('a gate', () => {
  const gate = mainOf('default', 'gates/rust-pro-development-phase-validation/');
  const items = all(named(gate, 'ul', 'Development Phase Validation'), 'li');

  it('names its agent and shows code as code', () => {
    expect(items).toHaveLength(6);
    expect(textsOf(gate, 'code')).toContain('#[expect]');
    expect(hrefOf(named(gate, 'a', 'rust-pro'))).toBe('/agents/rust-pro/');
  });

  it('is a list with empty boxes as text', () => {
    for (const item of items) expect(textOf(item)).toMatch(/^☐ To do: ./);
  });
});

describe('the list of templates and messages', () => {
  const list = mainOf('default', 'handoffs/');

  it('counts and links both', () => {
    expect(textOf(list)).toContain('4 templates with 28 fields; 3 messages with 24 fields.');
    expect(all(named(list, 'section', 'Handoff templates'), 'h3')).toHaveLength(4);
    expect(all(named(list, 'section', 'Messages'), 'h3')).toHaveLength(3);
    const template = named(list, 'h3 a', 'Rust Systems Request');
    expect(hrefOf(template)).toBe('/handoffs/rust-pro-rust-systems-request/');
  });
});

describe.each(templatesOfFile())('the form of $title', ({ path, fields, text }) => {
  const form = mainOf('default', path.slice(2));

  it('has a field for each line of the template, with its label and its hint', () => {
    const boxes = all(form, '[data-field] textarea');
    expect(boxes).toHaveLength(7);
    const described = boxes.map((box) => ({
      label: textsOf(form, `[for="${box.id}"]`)[0],
      hint: textsOf(form, `[id="${box.getAttribute('aria-describedby') ?? ''}"] [dir=auto]`)[0],
    }));
    const written = fields.map(({ label, written }) => ({ label, hint: /\[(.*)\]$/.exec(written)?.[1] ?? '' }));
    expect(described).toEqual(written);
  });

  it('shows its text', () => {
    expect(named(form, '[role=group]', 'Markdown').textContent).toContain(text);
  });
});

describe('a handoff template', () => {
  it('is offered as a file for a tool', () => {
    const main = mainOf('default', 'handoffs/rust-pro-rust-security-request/');
    const entry = containing(main, 'details li', '.claude/skills/rust-pro-rust-security-request/SKILL.md');
    expect(one(entry, 'a[download]').getAttribute('download')).toBe('SKILL.md');
  });
});

describe('the index of decision trees', () => {
  it('lists each tree with the agent it comes from, and links to its wizard', () => {
    const list = mainOf('default', 'decide/');
    expect(textOf(list)).toContain('5 questions, 28 answers');
    expect(hrefOf(named(list, 'a', 'rust-pro'))).toMatch(/^\/agents\/rust-pro\//);
    const tree = named(list, 'a', 'Walk this tree: Rust Development Decision Tree');
    expect(hrefOf(tree)).toBe('/decide/rust-pro-rust-development-decision-tree/');
  });
});

describe('the page of a decision tree', () => {
  const tree = mainOf('default', 'decide/rust-pro-rust-development-decision-tree/');

  it('lists every answer with links to its agents, and has the tree as written', () => {
    const entry = all(tree, 'li').find((item) => textOf(item).startsWith('Safety critical'));
    expect(textsOf(entry ?? tree, 'a')).toEqual(['Safety critical', '@rust-pro', '@security-auditor']);
    expect(textsOf(tree, 'pre').join('\n')).toContain('├── What application domain?');
  });

  it('of a single question does not offer to ask one at a time', () => {
    const short = mainOf('malformed', 'decide/signal-box-short-way/');
    expect(allNamed(short, 'label', 'One question at a time')).toEqual([]);
    expect(textsOf(short, 'fieldset legend')).toContain('Is the line clear?');
  });
});

describe('the guide', () => {
  it('shows each kind of element as source and as rendered', () => {
    const main = mainOf('default', 'guide/write-an-agent/');
    const kinds = textsOf(main, '.element-frame-kind');
    expect(kinds).toEqual(
      expect.arrayContaining([
        'Decision tree · 2 questions, 5 answers',
        'Workflow · 4 steps',
        'Quality gate · 3 items',
      ]),
    );
    expect(textOf(main)).not.toContain('Mermaid cannot draw');
    expect(one(named(main, '[role=group]', 'Diagram: The states of a ticket'), 'svg')).toBeDefined();
  });

  it('has no white space at the ends of its links', () => {
    const links = all(mainOf('default', 'guide/start-here/'), 'article a').map(({ textContent }) => textContent);
    expect(links.length).toBeGreaterThan(5);
    expect(links).toEqual(links.map((words) => words.trim()));
  });
});
