import fc from 'fast-check';

/** Lines that a naive form would break on, in particular lines that look like a template's own. */
const line = fc.oneof(
  { arbitrary: fc.string({ unit: 'grapheme' }), weight: 2 },
  fc.constantFrom(
    '',
    ' ',
    '    ',
    '\t',
    '```',
    '```rust',
    '  ````',
    '~~~',
    '    ~~~~ yaml',
    '`````````',
    '**Notes**: [x]',
    '**Notes**: mine',
    '- **First**: [a]',
    '  - **Second**: b',
    '    - **Deep**: c',
    '1. **One**: z',
    '## A heading',
    '[hint]',
    ' [hint] ',
    '[]',
    '**',
    "$& $1 $$ $` $'",
    '</script><!--',
    '"quotes" \\ \'n\' “so”',
    '🦀👩‍👩‍👧 e\u0301',
    'مرحبا \u202e kcab',
    '\u0000\u2028\u2029\ufeff\u00a0',
    '\ud800',
    '{"a": [1, 2',
    'ends with blanks  ',
    '\tstarts with a tab',
    '__proto__',
  ),
  fc.string(),
);

/** One or several of these lines. */
export const awkwardText = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
