import { describe, expect, it } from 'vitest';
import { agentFile, agentFilesOf } from './agent-files.ts';
import { all, allNamed, containing, hrefOf, mainOf, named, one, pageAt, textOf, textsOf } from './html.ts';

const rustPro = mainOf('default', 'agents/rust-pro/');

describe('a persona page', () => {
  it('shows the agent’s purpose, its model, and what each of its tools permits', () => {
    const article = one(rustPro, 'article');
    expect(textOf(one(article, 'h1'))).toBe('rust-pro');
    expect(textOf(article)).toContain('writing, reviewing and repairing idiomatic Rust');
    expect(textOf(article)).toContain('Call it PROACTIVELY');
    expect(textOf(containing(article, 'dd', 'Inherits the caller’s model'))).not.toBe('');
    const tools = textsOf(article, 'dd li');
    expect(tools).toContain('Bash run shell commands');
    expect(tools).toContain('Grep search in files');
  });

  it('names the agent’s model, and says that an agent inherits all tools', () => {
    const facts = textsOf(mainOf('default', 'agents/rust-system-architect/'), 'dd').join('\n');
    expect(facts).toContain('sonnet');
    expect(facts).toContain('Inherits all of the caller’s tools');
  });

  it('shows each example dialogue as a card with its context, its turns and its commentary', () => {
    const cards = textsOf(named(rustPro, 'section', 'When to call it'), 'li');
    expect(cards).toHaveLength(2);
    expect(cards[0]).toContain('The borrow checker rejects a function');
    expect(cards[0]).toContain('You rustc says this value');
    expect(cards[0]).toContain("Assistant I'll ask @rust-pro");
    expect(cards[0]).toContain('Why A lifetime error is a question about ownership');
  });

  it.each(agentFilesOf('default').map(({ id }) => id))(
    'of %s shows no tags of dialogues as text, and no tree, flow or delegation as code',
    (id) => {
      expect(textsOf(mainOf('default', `agents/${id}/`), 'pre').filter((code) => /→|↓|├──/.test(code))).toEqual([]);
      expect(textOf(mainOf('default', `agents/${id}/`))).not.toMatch(/<\/?(?:example|commentary)>/);
    },
  );

  it.each(agentFilesOf('default'))('of $id has all headings of the file, in order', ({ id, text }) => {
    const withoutCode = text.replace(/^(```+|~~~+)[\s\S]*?^\1\s*$/gm, '');
    const written = [...withoutCode.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) => title.replace(/[`*]/g, ''));
    expect(written.length).toBeGreaterThan(3);
    // The page has more headings than the file; none of the file's may be lost or out of order.
    const shown = textsOf(mainOf('default', `agents/${id}/`), 'h1, h2, h3, h4, h5, h6');
    expect(shown.filter((heading) => written.includes(heading)).slice(0, written.length)).toEqual(written);
  });

  it('links to the previous and the next agent, in the order of the catalogue', () => {
    const cards = all(mainOf('default', 'agents/'), 'article');
    const addresses = cards.map((card) => hrefOf(one(card, 'h2 a, h3 a')));
    const neighbours = addresses.map((address) => {
      const nav = named(pageAt('default', address.slice(1)), 'nav', 'Other agents');
      return ['Previous', 'Next'].map((label) => allNamed(nav, 'a', new RegExp(label)).map(hrefOf));
    });
    expect(neighbours).toEqual(
      addresses.map((_, at) => [addresses.slice(Math.max(0, at - 1), at), addresses.slice(at + 1, at + 2)]),
    );
  });

  it('links to the kinds of elements in it, to its own place in other pages, and to its files', () => {
    const inside = named(rustPro, 'nav', 'What is inside');
    const kinds = [/decision tree 5 questions/, /3 workflows 24 steps/, /4 quality gates 24 items/];
    for (const kind of kinds) expect(hrefOf(named(inside, 'a', kind))).toMatch(/^#./);
    expect(hrefOf(named(rustPro, 'dt a', 'Access'))).toBe('/access/');
    const unsafe = named(mainOf('default', 'agents/rust-systems-engineer/'), 'dd a', 'Unsafe code');
    expect(hrefOf(unsafe)).toBe('/topics/unsafe/');
    expect(hrefOf(named(rustPro, 'a', 'Use it in another tool'))).toBe('/agents/rust-pro/use/');
    const gate = named(rustPro, 'a', 'Tick it off');
    expect(hrefOf(gate)).toBe('/gates/rust-pro-development-phase-validation/');
    const form = named(rustPro, 'a', 'Fill in');
    expect(hrefOf(form)).toMatch(/^\/handoffs\/rust-pro-.*-request\/$/);
  });

  it('links every section to itself, labelled with its title, and has the text of each template', () => {
    expect(hrefOf(named(rustPro, 'a', 'Link to “Best Practices”'))).toBe('#best-practices');
    expect(textOf(rustPro)).toContain('[Linux/Windows/macOS/Embedded]');
  });

  it('has the last words of the file', () => {
    const lastLine = agentFile('default', 'rust-pro').text.trimEnd().split('\n').at(-1) ?? '';
    expect(textOf(rustPro)).toContain(lastLine.replace(/[*`_#>-]/g, '').trim());
  });

  it('is named by signs of what the agent may do, in words', () => {
    const signs = textsOf(rustPro, 'li');
    expect(signs).toContainEqual(expect.stringMatching(/^Run ?: allowed/));
    expect(signs).toContainEqual(expect.stringMatching(/^Network ?: not allowed/));
  });

  it('links names in its text to the pages of those agents, and never to the page itself', () => {
    const article = one(rustPro, 'article');
    expect(hrefOf(named(article, 'a', '@terraform-specialist'))).toBe('/roster/terraform-specialist/');
    // Trees and flows link to it, so that all of its steps can be marked; the text does not.
    expect(textOf(article)).toContain('@rust-pro to work out');
    expect(allNamed(rustPro, 'article a:not(.route a)', /^@?rust-pro$/)).toEqual([]);
  });
});

describe('the table of contents', () => {
  it('has an entry for each heading of the page, in order', () => {
    const entries = textsOf(named(pageAt('default', 'agents/rust-pro/'), 'nav', 'On this page'), 'a');
    const headings = textsOf(rustPro, 'h1, h2, h3, h4, h5, h6');
    expect(entries.length).toBeGreaterThan(10);
    expect(entries).toEqual(headings.slice(1));
  });
});

describe('the page of an agent whose file has problems', () => {
  it('lists each problem with its line, its column and the remedy, and links to the list', () => {
    const main = mainOf('malformed', 'agents/gardener/');
    const problems = named(main, 'section', /problems? in this file/);
    const [first] = textsOf(problems, 'li');
    expect(first).toMatch(/line 3, column \d+/);
    expect(first).toContain('double quotes');
    expect(hrefOf(named(main, 'a', /^\d+ problems?$/))).toMatch(/^#./);
  });

  it('lists the keys that no tool knows, folds those after the sixth, and shows a list of words on one line', () => {
    const article = one(mainOf('malformed', 'agents/many-keys/'), 'article');
    const folded = one(article, 'details');
    expect(textOf(one(folded, 'summary'))).toBe('4 more keys of the file');
    expect(textsOf(folded, 'dt')).toEqual(['own_key_5', 'own_key_6', 'own_key_7', 'own_key_8']);
    const terms = textsOf(article, 'dt');
    expect(terms).toContain('own_key_4');
    expect(textsOf(article, 'dd li')).toEqual(expect.arrayContaining(['tide', 'wind', 'night']));
  });

  it('links to its problems with the same count as in the list, and each problem to its rule', () => {
    const main = mainOf('malformed', 'agents/x/');
    const count = all(named(main, 'section', /in this file/), 'li').length;
    expect(count).toBeGreaterThan(1);
    expect(allNamed(main, 'a', `${String(count)} problems`)).toHaveLength(1);
    const scribe = named(mainOf('malformed', 'agents/scribe/'), 'section', '1 problem in this file');
    const address = hrefOf(named(scribe, 'a', 'fence-nested'));
    expect(address).toMatch(/^\/problems\/rules\/#/);
    const rule = pageAt('malformed', 'problems/rules/').getElementById(address.split('#')[1] ?? '');
    expect(textOf(rule ?? scribe)).toContain('A code fence ends early');
  });

  it('says that there is no system prompt, or that the file is empty', () => {
    expect(textOf(mainOf('malformed', 'agents/mime/'))).toContain('This file has no system prompt.');
    const empty = mainOf('malformed', 'agents/empty/');
    expect(textOf(one(empty, 'h1'))).toBe('empty');
    expect(textOf(empty)).toContain('The file is empty.');
  });

  it('shows all of a code fence that is never closed', () => {
    const code = textsOf(mainOf('malformed', 'agents/baker/'), 'pre');
    expect(code.at(-1)).toContain('The last words of the file.');
  });
});
