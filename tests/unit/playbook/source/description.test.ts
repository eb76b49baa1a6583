import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../../src/playbook/source/description.ts';

const examplesOf = (raw: string) => readDescription(raw).examples;
const turnsOf = (raw: string) =>
  examplesOf(raw).flatMap(({ turns }) => turns.map(({ speaker, text }) => `${speaker}: ${text}`));

describe('the prose of a description', () => {
  it('is its text, and its first sentences are the summary', () => {
    const raw = 'Keeps bees. Ask it about honey.\n\nIt knows **hives**, too.';
    expect(readDescription(raw)).toEqual({
      summary: 'Keeps bees. Ask it about honey.',
      text: raw,
      examples: [],
      hadEscapedNewlines: false,
      hadUnclosedExample: false,
    });
  });

  it('has a summary of whole sentences', () => {
    const sentence = 'It knows everything there is to know about bees, and tells it to whoever asks politely.';
    expect(readDescription(`${sentence} ${sentence} ${sentence}`).summary).toBe(`${sentence} ${sentence}`);
  });

  it('has a long first sentence as its whole summary', () => {
    const sentence = `It knows ${'bees and '.repeat(60)}honey.`;
    expect(readDescription(`${sentence} Then more.`).summary).toBe(sentence);
  });

  it.each(['Knows .NET and sails.', 'Ties knots, e.g. Bowlines, i.e. Loops.', 'Runs on Node.js v1.2 at sea.'])(
    'has a summary that goes on after a dot inside of a sentence: %s',
    (sentence) => {
      expect(readDescription(`${sentence} X${'x'.repeat(200)}.`).summary).toBe(sentence);
    },
  );

  it('has line breaks in the text, but not in the summary', () => {
    expect(readDescription('One\n  line.')).toMatchObject({ summary: 'One line.', text: 'One\n  line.' });
  });

  it.each(['', '  \n '])('can be missing: %j', (raw) => {
    expect(readDescription(raw)).toMatchObject({ summary: '', text: '', examples: [] });
  });

  it('can contain a colon, a label and a tag that belong to no example', () => {
    for (const raw of [
      'Use it for:\n\n- bees\n- honey',
      'The user: a person. Examples:',
      'Reads <b>tags</b> & <examples_of_x>',
    ]) {
      expect(readDescription(raw)).toMatchObject({ text: raw, examples: [] });
    }
  });
});

describe('the characters \\n in a description', () => {
  it('are read as line breaks, and reported', () => {
    const { text, hadEscapedNewlines, examples } = readDescription(
      'Keeps bees.\\n\\nExamples:\\n<example>\\nContext: Spring\\nuser: "Where?"\\nassistant: "Here."\\n</example>',
    );
    expect({ text, hadEscapedNewlines }).toEqual({ text: 'Keeps bees.', hadEscapedNewlines: true });
    expect(examples).toEqual([
      {
        context: 'Spring',
        turns: [
          { speaker: 'user', text: 'Where?' },
          { speaker: 'assistant', text: 'Here.' },
        ],
        commentary: '',
      },
    ]);
  });

  it('stay as they are in a code span', () => {
    expect(readDescription('Turns `\\r\\n` into `\\n`.')).toMatchObject({
      text: 'Turns `\\r\\n` into `\\n`.',
      hadEscapedNewlines: false,
    });
  });
});

describe('the examples of a description', () => {
  const expected = {
    context: "The hive is empty: it's spring.",
    turns: [
      { speaker: 'user', text: "Where're my bees? I can't see 'em." },
      { speaker: 'assistant', text: "I'll ask the beekeeper." },
    ],
    commentary: "Bees are the beekeeper's work.",
  };

  it('are read from one line', () => {
    const raw = `Keeps bees. <example>Context: The hive is empty: it's spring. user: "Where're my bees? I can't see 'em." assistant: "I'll ask the beekeeper." <commentary>Bees are the beekeeper's work.</commentary></example>`;
    expect(readDescription(raw)).toMatchObject({ text: 'Keeps bees.', examples: [expected] });
  });

  it('are read from one line in single quotes with apostrophes', () => {
    const raw = `<example>Context: The hive is empty: it's spring. user: 'Where're my bees? I can't see 'em.' assistant: 'I'll ask the beekeeper.' <commentary>Bees are the beekeeper's work.</commentary></example>`;
    expect(examplesOf(raw)).toEqual([expected]);
  });

  it('are read from one label per line, with or without quotes', () => {
    const quoted = `<example>\nContext: The hive is empty: it's spring.\nuser: "Where're my bees? I can't see 'em."\nassistant: "I'll ask the beekeeper."\n<commentary>\nBees are the beekeeper's work.\n</commentary>\n</example>`;
    expect(examplesOf(quoted)).toEqual([expected]);
    expect(examplesOf(quoted.replaceAll('"', ''))).toEqual([expected]);
  });

  it('can have many turns, curly quotes, and the label Human', () => {
    expect(
      turnsOf(
        '<example>User: “One” Assistant: “Two”\n  human: Three\n\tASSISTANT : ‘It’s four’ user: "Five"</example>',
      ),
    ).toEqual(['user: One', 'assistant: Two', 'user: Three', 'assistant: It’s four', 'user: Five']);
  });

  it('can have a turn of several lines', () => {
    expect(turnsOf('<example>\nuser: "One\n  and two"\n\nassistant: Three\n(calls the tool)\n</example>')).toEqual([
      'user: One and two',
      'assistant: Three (calls the tool)',
    ]);
  });

  it.each([
    [`user: "Add a field user: 'bob' to it" assistant: "Done"`, `Add a field user: 'bob' to it`],
    [`user: "Add a user: "bob" please" assistant: "Done"`, `Add a user: "bob" please`],
    [`user: 'I can't add user: 'bob' here' assistant: 'Done'`, `I can't add user: 'bob' here`],
    [`user: "The user: nobody" assistant: "Done"`, `The user: nobody`],
  ])('can contain the word `user:` inside a quotation: %s', (dialogue, words) => {
    expect(turnsOf(`<example>${dialogue}</example>`)).toEqual([`user: ${words}`, 'assistant: Done']);
  });

  it('include quotation marks that are not around the whole turn', () => {
    expect(turnsOf('<example>\nuser: "this" or "that"\nassistant: "This." I would say\n</example>')).toEqual([
      'user: "this" or "that"',
      'assistant: "This." I would say',
    ]);
  });

  it('include the words after the quotation of a turn', () => {
    expect(turnsOf('<example>user: "Go" assistant: "Going" (uses a tool) assistant: "Gone"</example>')).toEqual([
      'user: Go',
      'assistant: "Going" (uses a tool)',
      'assistant: Gone',
    ]);
  });

  it('have only a context if there are no labels', () => {
    expect(examplesOf('<example>\n  The hive\n  hums.\n</example>')).toEqual([
      { context: 'The hive hums.', turns: [], commentary: '' },
    ]);
  });

  it('can have no commentary, an unclosed one, or two', () => {
    const commentaries = (raw: string) => examplesOf(raw).map(({ commentary }) => commentary);
    expect(commentaries('<example>user: "a"</example>')).toEqual(['']);
    expect(commentaries('<example>user: "a" <commentary>Why\nnot</example>')).toEqual(['Why not']);
    expect(commentaries('<example><commentary>A.</commentary>x<commentary>B.</commentary></example>')).toEqual([
      'A. B.',
    ]);
  });

  it.each([
    ['the description', '<example>user: "a"', ['a']],
    ['the next example', '<example>user: "a" <example>user: "b"</example>', ['a', 'b']],
  ])('can be unclosed, and end with %s', (_, raw, words) => {
    expect(turnsOf(raw)).toEqual(words.map((word) => `user: ${word}`));
    expect(readDescription(raw).hadUnclosedExample).toBe(true);
  });

  it('are not reported if they are closed', () => {
    expect(readDescription('<EXAMPLE>user: "a"</Example> <example></example>').hadUnclosedExample).toBe(false);
  });

  it.each([
    'Keeps bees. Examples: <example>x</example>',
    'Keeps bees.\n\nExamples:\n\n<example>x</example>',
    'Keeps bees. Specifically:\n<example>x</example>\n<example>y</example>',
    'Keeps bees.\n\n**Examples:**\n<examples>\n<example>x</example>\n</examples>',
    'Keeps bees. For example:\n<example>x</example>',
    'Keeps bees.\n\nUsage examples:\n\n<example>x</example>\n\nExamples of more:\n\n<example>y</example>',
    'Keeps bees:\n\n<example>x</example>',
    'Keeps bees. <example>x</example></example>',
  ])('are removed with the words that announce them: %j', (raw) => {
    expect(readDescription(raw)).toMatchObject({ summary: 'Keeps bees.', text: 'Keeps bees.' });
  });

  it('do not change the order of the prose around them, or its other colons', () => {
    const raw = 'Use it for:\n\n- bees\n\nExamples:\n<example>x</example>\nAlso for:\n\n- honey';
    expect(readDescription(raw).text).toBe('Use it for:\n\n- bees\n\nAlso for:\n\n- honey');
  });

  it('can contain tags, patterns and code as text', () => {
    const { examples } = readDescription('<example>Context: <b>$&</b> user: "<script>alert(1)</script>"</example>');
    expect(examples).toEqual([
      { context: '<b>$&</b>', turns: [{ speaker: 'user', text: '<script>alert(1)</script>' }], commentary: '' },
    ]);
  });

  const part = fc.constantFrom(
    '<example>',
    '</example>',
    '<commentary>',
    '</commentary>',
    'Context: ',
    '\nuser: ',
    ' assistant: "',
    '"',
    "'",
    '\n',
    '\n\n',
    ' ',
    'Examples:',
    '\\n',
    '`',
  );
  const word = fc.nat({ max: 9 }).map((number) => ` w${String(number)} `);

  it('lose no word, in any combination', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(part, word), { maxLength: 30 }), (parts) => {
        const { text, examples } = readDescription(parts.join(''));
        const read = [text, JSON.stringify(examples)].join(' ');
        for (const given of parts.filter((value) => /^ w\d $/.test(value))) expect(read).toContain(given.trim());
      }),
      { numRuns: 1000 },
    );
  });
});
