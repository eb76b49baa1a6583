import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgentsFolder } from '../../../../src/content/agents-folder.ts';
import { parseOutline } from '../../../../src/playbook/outline.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { fence, text } from './recognised.ts';

const agent = fc.constantFrom(
  '@a',
  '`@b-c`',
  '@d or @e-f',
  '`@g` + specialists',
  '**@h** (direct)',
  'i-j',
  '@types/node',
  '@media',
);
const arrow = fc.constantFrom('→', '->', '=>', '-->');
const words = fc.constantFrom('Design', '**Build** it', '`code`', 'What?', 'a: b', '[hint]', '');
const line = fc.oneof(
  fc.tuple(fc.constantFrom('- ', '* ', '1. ', '2) ', '', '   '), words, arrow, agent).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom('├── ', '│   └── ', '|-- ', '`-- ', '\t+-- '), words, arrow, agent)
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('- [ ] ', '- [x] ', '  - [ ] '), words).map((parts) => parts.join('')),
  fc.tuple(words, fc.constantFrom('hint', '', 'a [b]')).map(([label, hint]) => `**${label}**: [${hint}]`),
  fc.constantFrom(
    '## Phase 1: A',
    '## Phase 2: B',
    '# Checklist',
    '### 3.',
    '```',
    '````',
    '↓',
    '|',
    '',
    '{"status": "x", "agent": "y"}',
    'Oven checklist:',
    '**Delegates to:** `a-b`',
    '**Step 1.5: Rest**',
    '## Report format',
    'When invoked:',
    '- Share heat with a-b',
    '- **With c-d**: heat',
    'Name: {hint}',
    '<example>',
    '- ☐ warm',
  ),
  fc.tuple(words, agent).map(([task, who]) => `| ${task} | ${who} |`),
  fc.constant('|---|---|'),
);
const markdown = fc.oneof(
  fc.array(line, { maxLength: 20 }).map((lines) => text(...lines)),
  fc
    .array(line, { maxLength: 12 })
    .map((lines) => text('# T', '', fence('', ...lines.filter((one) => !one.startsWith('`'))), 'end')),
);

describe('the elements found in any text', () => {
  it('are within the lines of the file, in which each line belongs to exactly one heading or block', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const lines = source.split('\n');
        const { sections, elements, definitions } = parseOutline(source);
        const owners = lines.map(() => 0);
        for (const { id, line, blocks } of sections) {
          const first = blocks[0]?.from ?? lines.length + 1;
          // A setext heading has lines of its own up to its first block.
          if (id !== '') owners[line - 1] = (owners[line - 1] ?? 0) + 1;
          for (const { from, to } of blocks) {
            expect(from).toBeGreaterThanOrEqual(id === '' ? 1 : Math.min(line + 1, first));
            for (let index = from; index <= to; index++) owners[index - 1] = (owners[index - 1] ?? 0) + 1;
          }
        }
        const isSetext = /^\s*(?:=+|-+)\s*$/m.test(source);
        if (definitions.length === 0 && !isSetext) {
          lines.forEach((one, index) => {
            if (one.trim() !== '') expect([index + 1, one, owners[index]]).toEqual([index + 1, one, 1]);
          });
        }
        for (const element of elements) {
          expect(element.from).toBeGreaterThanOrEqual(1);
          expect(element.to).toBeGreaterThanOrEqual(element.from);
          expect(element.to).toBeLessThanOrEqual(lines.length);
          expect(element.title).not.toBe('');
        }
        const slugs = elements.map(({ slug }) => slug);
        expect(new Set(slugs).size).toBe(slugs.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('contain the lines of their items', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        for (const element of parseOutline(source).elements) {
          const entries =
            'items' in element
              ? element.items
              : 'steps' in element
                ? element.steps
                : 'fields' in element
                  ? element.fields
                  : [];
          for (const { line } of entries) {
            expect(line).toBeGreaterThanOrEqual(element.from);
            expect(line).toBeLessThanOrEqual(element.to);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a long text', () => {
  it.each([
    ['list items', '- share a with b-c for d\n'],
    ['labels', 'Oven process:\n\n'],
    ['labelled lists', 'Oven process:\n\n1. a\n2. b\n\n'],
    ['bold phases', '**Step 1: a**\n\n'],
    ['fields', 'Name: {hint} <b> [c]\n'],
  ])(
    'of nothing but %s is read without taking quadratic time',
    (_, part) => {
      const source = part.repeat(200_000 / part.length);
      const started = performance.now();
      parseOutline(source);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
    30_000,
  );
});

describe('the agents of this playbook', () => {
  it('have as many elements of each kind as a person counts in them', async () => {
    const { elements } = createPlaybook(await readAgentsFolder('tests/fixtures/rust-team'));
    const counts: Record<string, [number, number]> = {};
    for (const { element } of elements) {
      const kind = 'variant' in element ? `${element.kind} ${element.variant}` : element.kind;
      const entries =
        'items' in element
          ? element.items
          : 'steps' in element
            ? element.steps
            : 'fields' in element
              ? element.fields
              : [];
      const [number, sum] = counts[kind] ?? [0, 0];
      counts[kind] = [number + 1, sum + entries.length];
    }
    expect(counts).toMatchObject({
      'decision-tree': [1, 0],
      'delegations to': [8, 45],
      'delegations with': [1, 8],
      'delegations self': [1, 10],
      'delegations roles': [1, 6],
      'workflow agents': [3, 24],
      'collaboration-flow': [3, 16],
      'quality-gate gate': [4, 24],
      'handoff-template': [4, 28],
      message: [3, 0],
    });
  });
});
