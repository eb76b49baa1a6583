import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countFilled, joinSegments, type UnfilledMode, type Values } from '../../../../src/forms/model/form.ts';
import { messageForm } from '../../../../src/forms/model/message-form.ts';
import { parseMessage } from '../../../../src/forms/model/message-parser.ts';
import { awkwardText } from '../awkward.ts';

const report = `{"agent": "a-b", "progress": {"done": 3, "notes": ["x", "y"], "green": true}, "parts": [{"id": 1}], "next": null}`;

const rendered = (text: string, values: Values, unfilled: UnfilledMode = 'left-out') =>
  joinSegments(messageForm(text).render(values, unfilled));
const kinds = (text: string) => messageForm(text).fields.map(({ key, kind, hint }) => [key, kind, hint]);
const errorOf = (text: string, key: string, value: string) => {
  const { fields, errorOf } = messageForm(text);
  const field = fields.find((one) => one.key === key);
  return field && errorOf(field, value);
};

describe('the fields of a message', () => {
  it('are its values, with the types of the samples', () => {
    expect(kinds(report)).toEqual([
      ['agent', 'string', 'a-b'],
      ['progress.done', 'number', '3'],
      ['progress.notes', 'list', 'x\ny'],
      ['progress.green', 'boolean', 'true'],
      ['parts', 'json', '[\n  {\n    "id": 1\n  }\n]'],
      ['next', 'json', 'null'],
    ]);
  });

  it('have the names of the objects around them, and suggestions for a boolean', () => {
    expect(messageForm(report).fields[3]).toMatchObject({
      label: 'green',
      group: ['progress'],
      suggestions: ['true', 'false'],
    });
  });

  it('have a visible label, whatever their keys are', () => {
    const { fields } = messageForm('{"": 1, " ": {"\\t": 2}}');
    expect(fields.map(({ group, label }) => [...group, label])).toEqual([['""'], ['" "', '"\\t"']]);
  });

  it.each([
    ['[]', 'list'],
    ['[1, 2.5]', 'list'],
    ['[true]', 'list'],
    ['[1, "a"]', 'json'],
    ['[null]', 'json'],
    ['[["a"]]', 'json'],
    ['["two\\nlines"]', 'json'],
    ['["a", " "]', 'json'],
    ['{}', 'json'],
    ['""', 'string'],
    ['-0', 'number'],
  ])('with the sample %s have the kind %s', (sample, kind) => {
    expect(messageForm(`{"a": ${sample}}`).fields[0]?.kind).toBe(kind);
  });

  it('have unique paths', () => {
    const text =
      '{"a.b": 1, "a": {"b": 2, "": 3}, "": {"": 4}, "ключ": 5, "__proto__": {"x": 6}, "a b": 7, "a": {"b": 8}}';
    expect(messageForm(text).fields.map(({ key }) => key)).toEqual([
      '["a.b"]',
      'a.b',
      'a[""]',
      '[""][""]',
      'ключ',
      '__proto__.x',
      '["a b"]',
      'a.b (2)',
    ]);
    const values = Object.fromEntries(messageForm(text).fields.map(({ key }, index) => [key, String(index * 10)]));
    expect(parseMessage(text, rendered(text, values))).toEqual(values);
  });

  it.each(['', '[1]', 'text', '{"a":', '[['.repeat(50_000)])(
    'do not exist in “%.20s”, which stays unchanged',
    (text) => {
      const form = messageForm(text);
      expect(form.fields).toEqual([]);
      expect(joinSegments(form.render({ a: 'b' }, 'left-out'))).toBe(text);
      expect(parseMessage(text, '{"a": 1}')).toBeUndefined();
    },
  );

  it('can be deeply nested', () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect(messageForm(deep(100)).fields[0]?.group).toHaveLength(99);
    expect(messageForm(deep(5_000)).fields).toEqual([]);
  });
});

describe('a filled message', () => {
  it('is the sample in its own order, indented, while nothing is filled', () => {
    expect(rendered('{"2": "b", "1": {"a": [1,2], "b": {}}, "c": 1.50}', {}, 'hints')).toBe(
      '{\n  "2": "b",\n  "1": {\n    "a": [1, 2],\n    "b": {}\n  },\n  "c": 1.50\n}',
    );
  });

  it('has values of the sample’s types', () => {
    const values = {
      agent: 'say "hi"\n\\',
      'progress.done': ' 7 ',
      'progress.notes': 'one\n\ntwo, three ',
      'progress.green': 'FALSE',
      parts: '{"b":[],"a":{"c":1e400}}',
      next: '"later"',
    };
    expect(rendered(report, values)).toBe(
      [
        '{',
        '  "agent": "say \\"hi\\"\\n\\\\",',
        '  "progress": {',
        '    "done": 7,',
        '    "notes": ["one", "two, three "],',
        '    "green": false',
        '  },',
        '  "parts": {',
        '    "b": [],',
        '    "a": {',
        '      "c": 1e400',
        '    }',
        '  },',
        '  "next": "later"',
        '}',
      ].join('\n'),
    );
  });

  it('leaves out unfilled fields, and objects that become empty', () => {
    expect(rendered(report, { agent: 'x' })).toBe('{\n  "agent": "x"\n}');
    expect(rendered(report, { agent: ' ' })).toBe('{}');
    expect(rendered('{}', {}, 'hints')).toBe('{}');
  });

  it('prints long lists over several lines', () => {
    const items = Array.from({ length: 12 }, (_, index) => `item-${String(index)}`);
    expect(rendered('{"a": ["x"]}', { a: items.join('\n') })).toBe(
      `{\n  "a": [\n${items.map((item) => `    "${item}"`).join(',\n')}\n  ]\n}`,
    );
  });

  it.each(['1e400', '-0', '12345678901234567890123', '0.10', '1E+2'])('contains the number %s as typed', (number) => {
    expect(rendered('{"a": 1}', { a: number })).toBe(`{\n  "a": ${number}\n}`);
    expect(rendered('{"a": [1]}', { a: number })).toBe(`{\n  "a": [${number}]\n}`);
  });

  it('marks the pieces that the reader typed', () => {
    expect(messageForm('{"a": "x", "b": {"c": 1}}').render({ 'b.c': '2' }, 'hints')).toEqual([
      { text: '{\n  "a": ', state: 'literal' },
      { text: '"x"', state: 'hint', field: 'a' },
      { text: ',\n  "b": {\n    "c": ', state: 'literal' },
      { text: '2', state: 'filled', field: 'b.c' },
      { text: '\n  }\n}', state: 'literal' },
    ]);
  });
});

describe('a value of the wrong type', () => {
  it.each([
    ['progress.done', '12a', '“12a” is not a number'],
    ['progress.done', '012', '“012” is not a number'],
    ['progress.done', 'NaN', '“NaN” is not a number'],
    ['progress.done', '"1"', '“"1"” is not a number'],
    ['progress.green', 'yes', '“yes” is neither true nor false'],
    ['parts', '{"a": 1,}', 'This is not JSON: line 1, column 9: a key in double quotes is missing'],
    ['parts', '{"a" 1}', 'This is not JSON: line 1, column 6: a colon is missing'],
    ['parts', '[1\n  2]', 'This is not JSON: line 2, column 3: a comma or ] is missing'],
    ['parts', '[1, ', 'This is not JSON: line 1, column 5: a value is missing'],
    [
      'parts',
      '[1] x',
      'This is not JSON: line 1, column 5: this is neither text in double quotes, nor a number, true, false or null',
    ],
    ['parts', '[1] 2', 'This is not JSON: line 1, column 5: nothing more can follow here'],
    [
      'parts',
      "{'a': 1}",
      'This is not JSON: line 1, column 2: this is neither text in double quotes, nor a number, true, false or null',
    ],
    ['parts', '['.repeat(100_000), 'This is not JSON: line 1, column 202: more than 200 levels'],
  ])('has an error: %s = %.12s', (key, value, error) => {
    expect(errorOf(report, key, value)).toBe(error);
  });

  it('has an error with the line in a list', () => {
    expect(errorOf('{"a": [1]}', 'a', '1\n\n2x')).toBe('Line 3: “2x” is not a number');
  });

  it.each([
    ['agent', 'anything at all'],
    ['progress.done', ''],
    ['progress.done', ' \n'],
    ['progress.done', ' -1.5e3\n'],
    ['progress.green', ' True '],
    ['next', ' {"a": [true, null, "\\u00e4"]} '],
  ])('is not seen in the valid value %s = %s', (key, value) => {
    expect(errorOf(report, key, value)).toBeUndefined();
  });

  it('counts as not filled, so that the message stays JSON', () => {
    const values = { agent: 'x', 'progress.done': 'many' };
    expect(countFilled(messageForm(report), values)).toEqual({ filled: 1, total: 6 });
    expect(JSON.parse(rendered(report, values, 'hints'))).toMatchObject({ agent: 'x', progress: { done: 3 } });
    expect(JSON.parse(rendered(report, values))).toEqual({ agent: 'x' });
  });
});

describe('parsing a filled message', () => {
  const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '', 'a.b', 'a', 'toString', '1', '0'));
  const { sample } = fc.letrec<{ sample: unknown }>((tie) => ({
    sample: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('text', 1, true, ['a'], [1], [], {}, null, [{}], [1, 'a']),
      fc.dictionary(key, tie('sample'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const message = fc
    .dictionary(key, sample, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
    .map((object) => JSON.stringify(object));
  const typed = fc.oneof(
    awkwardText,
    fc.constantFrom('1', '-2.5e+7', '1e999', 'true', ' false', 'one\ntwo', '3\n\n4', '{"a": [1]}', '"x"', 'null', '[]'),
  );
  /** Normalises a value: its kind decides which white space is insignificant. */
  const plain = (kind: string, value: string) =>
    kind === 'string'
      ? value
      : kind === 'list'
        ? value
            .split('\n')
            .filter((line) => line.trim() !== '')
            .join('\n')
        : kind === 'json'
          ? JSON.stringify(JSON.parse(value))
          : value.trim().toLowerCase();

  it('returns any values, from a text that is always JSON', () => {
    fc.assert(
      fc.property(
        message,
        fc.array(typed, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<UnfilledMode>('hints', 'left-out'),
        (text, texts, mode) => {
          const form = messageForm(text);
          const values = Object.fromEntries(
            form.fields.map(({ key }, index) => [key, texts[index % texts.length] ?? '']),
          );
          const filled = joinSegments(form.render(values, mode));
          expect(() => void JSON.parse(filled)).not.toThrow();
          const back = parseMessage(text, filled) ?? {};
          for (const field of form.fields) {
            const value = (values[field.key] ?? '').replace(/\r\n?/g, '\n');
            if (value.trim() === '' || form.errorOf(field, value) !== undefined) continue;
            const same = plain(field.kind, Object.hasOwn(back, field.key) ? (back[field.key] ?? '') : field.hint);
            expect(same).toBe(plain(field.kind, value));
          }
          expect(joinSegments(form.render(back, 'hints'))).toBe(joinSegments(form.render(values, 'hints')));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('returns a value that equals its sample if other fields are left out', () => {
    expect(parseMessage(report, rendered(report, { agent: 'a-b' }))).toEqual({ agent: 'a-b' });
    expect(parseMessage(report, rendered(report, { agent: 'a-b', next: '1' }, 'hints'))).toEqual({
      next: '1',
    });
  });

  it('returns values that were changed by hand, even to another type', () => {
    expect(parseMessage(report, '{"agent": 7, "progress": {"done": "x", "notes": "y"}}')).toEqual({
      agent: '7',
      'progress.done': 'x',
      'progress.notes': 'y',
    });
  });

  it.each(['{"agent": ', '{"agent": 7, "extra": 1}', '{"progress": {"extra": 1}}', '{"progress": 1}', '[]', 'words'])(
    'takes no text that is another one, or has more than there are fields for: %s',
    (text) => {
      expect(parseMessage(report, text)).toBeUndefined();
    },
  );
});

describe('the messages of the agents that the site ships with', () => {
  const file = readFileSync(new URL('../../../fixtures/rust-team/rust-engineer.md', import.meta.url), 'utf8');
  const texts = [
    /`(\{"requesting_agent.*\})`/,
    /```json\n(\{\s+"agent"[^]*?)```/,
    /```json\n(\{\s+"timestamp"[^]*?)```/,
  ].map((pattern) => pattern.exec(file)?.[1] ?? '');

  it('become forms with a field for each value of the request, the report and the record', () => {
    expect(texts.map((text) => messageForm(text).fields.length)).toEqual([3, 6, 15]);
  });

  it('are equal to the file while nothing is filled', () => {
    for (const text of texts) expect(JSON.parse(rendered(text, {}, 'hints'))).toEqual(JSON.parse(text));
  });
});
