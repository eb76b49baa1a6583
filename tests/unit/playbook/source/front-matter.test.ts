import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../../src/playbook/source/front-matter.ts';
import { asText, WrittenNumber } from '../../../../src/playbook/source/yaml.ts';
import { briefly } from '../helpers.ts';

/** Reads front matter that starts on line 2, below the `---` of line 1. */
const read = (...lines: string[]) => readFrontMatter(lines.join('\n'), 'agent.md', 2);
const dataOf = (...lines: string[]) => read(...lines).data;
const problemsOf = (...lines: string[]) => briefly(read(...lines).problems);

describe('front matter in valid YAML', () => {
  it('is read as YAML 1.2 without a problem', () => {
    const { data, problems } = read(
      'name: helper',
      'background: true',
      'maxTurns: 3',
      'answer: no',
      'tools: [Read, Write]',
    );
    expect(data).toEqual({
      name: 'helper',
      background: true,
      maxTurns: new WrittenNumber('3'),
      answer: 'no',
      tools: ['Read', 'Write'],
    });
    expect(problems).toEqual([]);
  });

  it('has the position of each key, also in quotes and after a block', () => {
    const { at } = read(
      'name: helper',
      'description: |',
      '  model: not a key',
      '',
      '  Second.',
      '"tools": Read',
      "'color' : red",
    );
    expect(Object.fromEntries(at)).toEqual({
      name: { line: 2, column: 1 },
      description: { line: 3, column: 1 },
      tools: { line: 7, column: 1 },
      color: { line: 8, column: 1 },
    });
  });

  it('can contain literal and folded blocks', () => {
    expect(dataOf('description: |', '  One: 1', '', '  Two: 2')).toEqual({ description: 'One: 1\n\nTwo: 2\n' });
    expect(dataOf('description: >-', '  one', '  two', '', '  three')).toEqual({ description: 'one two\nthree' });
  });

  it('is read without adding quotes, whatever it contains', () => {
    expect(dataOf(`description: It's "fine", isn't it? user:x {a} [b] *c* & more`)).toEqual({
      description: `It's "fine", isn't it? user:x {a} [b] *c* & more`,
    });
    expect(dataOf('description: "a: b \\"c\\"\\nd"')).toEqual({ description: 'a: b "c"\nd' });
  });

  it.each([
    ['', {}],
    ['\n\n', {}],
    ['# only a comment', {}],
  ])('can be empty: %j', (yaml, data) => {
    expect(read(yaml)).toMatchObject({ data, problems: [] });
  });

  it('gets a problem for a hash that cuts a value short', () => {
    const { data, problems } = read('name: helper', 'description: Knows C# and issue #12 too');
    expect(data).toMatchObject({ description: 'Knows C# and issue' });
    expect(briefly(problems)).toEqual(['front-matter-comment 3:33']);
  });

  it.each([
    'model: opus # the large one',
    'description: "quoted # hash"',
    'description: # a comment',
    'description: C#',
  ])('gets no problem for a hash that cuts nothing: %s', (line) => {
    expect(problemsOf(line)).toEqual([]);
  });

  it('can have a key called __proto__ without any effect on the prototype', () => {
    const { data } = read('__proto__: {name: polluted}', 'constructor: x');
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
    expect(Reflect.get({}, 'name')).toBeUndefined();
  });
});

describe('a value in invalid YAML', () => {
  it('is read as if quoted, and reported with its position, if it contains a colon', () => {
    const line = `description: Use this agent when: it's late, and "nobody" is there. Examples: <example>user: 'x'</example>`;
    const { data, problems } = read('name: helper', line, 'tools: Read');
    expect(data).toEqual({ name: 'helper', description: line.slice('description: '.length), tools: 'Read' });
    expect(briefly(problems)).toEqual(['front-matter-unquoted 3:14']);
    expect(problems[0]?.message).toContain('`description`');
  });

  it('is reported for each such key, in order, and does not change the types of other keys', () => {
    const { data, problems } = read('name: a: b', 'maxTurns: 3', 'description: c: d', 'model: e: f', 'tools: [Read]');
    expect(data).toEqual({
      name: 'a: b',
      maxTurns: new WrittenNumber('3'),
      description: 'c: d',
      model: 'e: f',
      tools: ['Read'],
    });
    expect(briefly(problems)).toEqual([
      'front-matter-unquoted 2:7',
      'front-matter-unquoted 4:14',
      'front-matter-unquoted 5:8',
    ]);
  });

  it.each([
    [`'It's late'`, `It's late`, 18],
    [`"Say "wait" often"`, `Say "wait" often`, 20],
    [`"wait" and "go"`, `"wait" and "go"`, 21],
    [`'wait' and 'go'`, `'wait' and 'go'`, 21],
    [`@everyone`, `@everyone`, 14],
    ['`code` first', '`code` first', 14],
    ['%percent', '%percent', 14],
    [`"never closed`, `"never closed`, 27],
    [`it's never closed: "x`, `it's never closed: "x`, 14],
  ])('is read with its whole text: %s', (value, description, column) => {
    const { data, problems } = read('name: helper', `description: ${value}`, 'tools: Read', 'model: opus');
    expect(data).toEqual({ name: 'helper', description, tools: 'Read', model: 'opus' });
    expect(briefly(problems)).toEqual([`front-matter-unquoted 3:${String(column)}`]);
  });

  it('is read with its line breaks, and does not move the keys below it', () => {
    const { data, at } = read('description: One', '  Context: two', '', '  user: "three"', 'tools: Read');
    expect(data).toEqual({ description: 'One\nContext: two\n\nuser: "three"', tools: 'Read' });
    expect(at.get('tools')).toEqual({ line: 6, column: 1 });
  });

  it('does not hide a comment that cuts another value short', () => {
    expect(problemsOf('model: a: b', 'description: x #y')).toEqual([
      'front-matter-unquoted 2:8',
      'front-matter-comment 3:16',
    ]);
  });

  it('is read with its backslashes and control characters', () => {
    expect(dataOf('description: C:\\new: "\\d+"\tend')).toEqual({ description: 'C:\\new: "\\d+"\tend' });
  });
});

describe('front matter that quotes cannot repair', () => {
  it('is read key by key, so that unindented lines belong to the description above', () => {
    const { data, problems, at } = read(
      'name: helper',
      'description: Helps: always.',
      '',
      '<example>',
      'Context: dusk # not a comment',
      'user: "Help"',
      '</example>',
      'tools:',
      '  - Read',
      '  - Write',
      'maxTurns: 3',
      'background: true',
    );
    expect(data).toEqual({
      name: 'helper',
      description: 'Helps: always.\n\n<example>\nContext: dusk # not a comment\nuser: "Help"\n</example>',
      tools: ['Read', 'Write'],
      maxTurns: new WrittenNumber('3'),
      background: true,
    });
    expect(briefly(problems)).toEqual(['front-matter-unreadable 3:14']);
    expect(at.get('tools')).toEqual({ line: 9, column: 1 });
  });

  it('is read with unknown keys, except below a description', () => {
    expect(dataOf('name: helper', 'version: 2', 'tools: [a, b', 'license: MIT', 'description: x', 'note: y')).toEqual({
      name: 'helper',
      version: new WrittenNumber('2'),
      tools: '[a, b',
      license: 'MIT',
      description: 'x\nnote: y',
    });
  });

  it.each(['|', '|-', '>+', '|2-'])('can contain a block whose lines are not indented: %s', (marker) => {
    const { data, problems } = read(
      'name: helper',
      `description: ${marker}`,
      'Helps: always',
      'and again',
      'model: opus',
    );
    expect(data).toEqual({ name: 'helper', description: 'Helps: always\nand again', model: 'opus' });
    expect(briefly(problems).map((problem) => problem.split(' ')[0])).toEqual(['front-matter-unreadable']);
  });

  it('can contain an empty block', () => {
    expect(dataOf('tools: [a', 'description: |', 'model: opus')).toEqual({
      tools: '[a',
      description: '',
      model: 'opus',
    });
  });

  it.each(['**Bold** and: more', '[link] and: more', '{brace} and: more', '- dash: more'])(
    'keeps the text of a value that begins like YAML: %s',
    (value) => {
      const { data, problems } = read('name: helper', `description: ${value}`);
      expect(data).toEqual({ name: 'helper', description: value });
      expect(problems).toMatchObject([{ rule: 'front-matter-unreadable', line: 3 }]);
    },
  );

  it('can contain a list that is indented with tabs, which is not read as one quoted value', () => {
    const { data, problems } = read('tools:', '\t- Read', '\t- Write', 'name: helper');
    expect(data).toEqual({ tools: '- Read\n\t- Write', name: 'helper' });
    expect(briefly(problems)).toEqual(['front-matter-unreadable 3:1']);
  });

  it('is reported at the second of two equal keys, whose value counts', () => {
    const { data, problems, at } = read('name: one', 'description: x', 'name: two');
    expect(data).toEqual({ name: 'two', description: 'x' });
    expect(briefly(problems)).toEqual(['front-matter-unreadable 4:1']);
    expect(at.get('name')).toEqual({ line: 4, column: 1 });
  });

  it.each([
    ['a list', ['- name: helper', '- description: x']],
    ['a sentence', ['Just a sentence.']],
    ['a number', ['42']],
  ])('can be %s instead of a mapping', (_, lines) => {
    const { data, problems } = read(...lines);
    expect(data).toEqual({});
    expect(briefly(problems)).toEqual(['front-matter-unreadable 2:1']);
  });

  it('is read quickly if it is an alias bomb', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of Object.entries({ a: 'b', b: 'c', c: 'd', d: 'e' })) {
      bomb.push(`${to}: &${to} [${`*${from}, `.repeat(10)}]`);
    }
    const { data, problems } = read('name: helper', ...bomb, 'description: x');
    expect(data).toMatchObject({ name: 'helper', description: 'x' });
    expect(briefly(problems)).toEqual(['front-matter-unreadable 2:1']);
    expect(JSON.stringify(data).length).toBeLessThan(2000);
  });

  it('can have a value that contains itself', () => {
    const { data, problems } = read('name: helper', 'loop: &loop [*loop]');
    expect(data).toEqual({ name: 'helper', loop: '&loop [*loop]' });
    expect(briefly(problems)).toEqual(['front-matter-unreadable 2:1']);
  });

  it('can refer to an alias that does not exist', () => {
    const { data, problems } = read('name: helper', 'description: *bold*');
    expect(data).toEqual({ name: 'helper', description: '*bold*' });
    expect(problems).toMatchObject([{ rule: 'front-matter-unreadable' }]);
  });

  it('can be nested very deeply, and is reported at the same position every time', () => {
    const { data, problems } = read('name: helper', `deep: ${'['.repeat(20_000)}`, 'description: x');
    expect(data).toMatchObject({ name: 'helper', description: 'x' });
    expect(briefly(problems)).toEqual(['front-matter-unreadable 2:1']);
  });

  it("is reported with a reason on one line, without the position in the parser's words", () => {
    for (const { message } of read('name: helper', 'description: x', 'name: y').problems) {
      expect(message).toContain('(Map keys must be unique)');
      expect(message).not.toMatch(/\n|at line/);
    }
  });
});

describe('any front matter', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'name: x',
      'name: a: b',
      'description: |',
      '  text',
      'x',
      '- a',
      '',
      'tools: [a',
      '\t- b',
      '"q": \'',
      '# c',
      '? a',
      '*x',
    ),
    fc.string({ unit: fc.constantFrom('a', ':', ' ', '"', "'", '#', '-', '|', '{', '[', '&', '*', '\\', '\t') }),
  );

  it('gives plain data, and problems within its own lines', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const { data, problems, at } = read(...lines);
        expect(() => JSON.stringify(data)).not.toThrow();
        for (const position of [...problems, ...at.values()]) {
          expect(position.line).toBeGreaterThanOrEqual(2);
          expect(position.line).toBeLessThanOrEqual(lines.length + 2);
          expect(position.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no word of a one-line description', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z:'",.()&*! -]{0,60}$/), (words) => {
        const { data } = read('name: x', `description: ${words}`, 'model: opus');
        expect(data).toMatchObject({ name: 'x', model: 'opus' });
        const letters = (text: unknown) => String(text).replace(/[^A-Za-z]/g, '');
        expect(
          letters(typeof data.description === 'string' ? data.description : JSON.stringify(data.description)),
        ).toBe(letters(words));
      }),
    );
  });
});

describe('a value of the front matter', () => {
  it.each(['1.10', '0420', '98765432109876543210', '3e8', '0x1F', '.5', '2027-03-04'])(
    'stays as written, although YAML has a shorter form of it: %s',
    (written) => {
      expect(asText(dataOf(`version: ${written}`).version)).toBe(written);
      expect(asText(dataOf('list:', `  - ${written}`).list)).toBe(written);
    },
  );

  it('that is a colour without quotes is no comment', () => {
    const { data, problems } = read('name: x', 'color: #0A84FF', 'model: # the default');
    expect(data).toMatchObject({ color: '#0A84FF', model: null });
    expect(briefly(problems)).toEqual(['front-matter-colour 3:1']);
  });
});

describe('front matter with special spaces', () => {
  const nbsp = '\u00a0';

  it('is read where they stand for blanks, and reported once', () => {
    const { data, problems } = read(`name:${nbsp}diver`, 'tools:', `${nbsp}${nbsp}- Read`, `  -${nbsp}Grep`);
    expect(data).toEqual({ name: 'diver', tools: ['Read', 'Grep'] });
    expect(briefly(problems)).toEqual(['front-matter-space 2:6']);
  });

  it('keeps them inside of a text', () => {
    expect(read(`description: 10${nbsp}km`)).toMatchObject({ data: { description: `10${nbsp}km` }, problems: [] });
  });
});

describe('a key in another case', () => {
  it('is read as the known key, and reported', () => {
    const { data, at, problems } = read('Name: diver', 'TOOLS: Read', 'Depth: 40 m');
    expect(data).toEqual({ name: 'diver', tools: 'Read', Depth: '40 m' });
    expect(at.get('name')).toEqual({ line: 2, column: 1 });
    expect(briefly(problems)).toEqual(['front-matter-case 2:1', 'front-matter-case 3:1']);
  });

  it('does not replace the key in the right case', () => {
    expect(dataOf('name: diver', 'Name: Diver')).toEqual({ name: 'diver', Name: 'Diver' });
  });
});

describe('front matter that is very long', () => {
  const many = 200_000;

  it.each([
    ['special spaces', ['name: a', ...Array.from({ length: many }, () => '\u00a0')]],
    ['lines of a value that needs quotes', ['description: a: b', ...Array.from({ length: many }, () => '  c')]],
    ['a block beside a broken value', ['description: |', ...Array.from({ length: many }, () => '  c'), 'model: [x']],
    ['blanks in a value', [`description: a${' '.repeat(many)}b`, 'name: x: y']],
  ])('is read, for example with %s', (_, lines) => {
    const { data } = readFrontMatter(lines.join('\n'), 'agent.md', 2);
    expect(Object.keys(data).length).toBeGreaterThan(0);
  });
});

describe('front matter that is repaired', () => {
  it('has the lists whose items are not indented', () => {
    expect(dataOf('description: a: b', 'skills:', '- one', '- two').skills).toEqual(['one', 'two']);
  });

  it('is split at the keys of the tool that the file is for', () => {
    const { data } = readFrontMatter('description: Sails\nargument-hint: port\nmodel: [x', 'chart.agent.md', 2);
    expect(data).toMatchObject({ description: 'Sails', 'argument-hint': 'port' });
  });

  it('says where a comment cuts off a description, also in a later line', () => {
    expect(problemsOf('name: x', 'description: Helps with', '  issue #12 of the crew')).toEqual([
      'front-matter-comment 4:9',
    ]);
  });

  it('has its keys in the order of the file, although one is renamed', () => {
    expect(Object.keys(dataOf('Name: x', 'model: y'))).toEqual(['name', 'model']);
  });

  it('has a colour above a comment, and leaves other values alone that are comments', () => {
    expect(read('color: #0A84FF', '# note')).toMatchObject({ data: { color: '#0A84FF' } });
    expect(dataOf('issue: #1234').issue).toBeNull();
  });
});
