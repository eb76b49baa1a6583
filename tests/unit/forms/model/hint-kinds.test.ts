import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHint } from '../../../../src/forms/model/hint-kinds.ts';
import { templateForm } from '../../../../src/forms/model/template-form.ts';
import { readLines } from '../../../../src/forms/model/template-lines.ts';

const said = (hint: string) => {
  const { kind, suggestions, insertMode } = readHint(hint);
  return [insertMode === 'one-of' ? `one of ${kind}` : kind, ...suggestions].join(' · ');
};

describe('the hints of the agents that the site ships with', () => {
  const file = readFileSync(new URL('../../../fixtures/rust-team/rust-pro.md', import.meta.url), 'utf8');
  const templates = [...file.matchAll(/```markdown\n(## [^\n]* Request\n[^]*?)```/g)].map((match) => match[1] ?? '');
  const fields = templates.flatMap((text) => templateForm(readLines(text, readHint)).fields);

  it('are 28, in four templates', () => {
    expect(templates).toHaveLength(4);
    expect(fields).toHaveLength(28);
  });

  it('offer alternatives for the platform and the database, and leave prose alone', () => {
    const by = (wanted: string) => fields.filter(({ kind }) => kind === wanted).map(({ label }) => label);
    expect(by('alternatives')).toEqual(['Target Platform', 'Database Type']);
    expect(by('text')).toEqual(['Real-time Requirements', 'Performance Targets', 'Critical Paths', 'CPU Utilization']);
    expect(by('aspects')).toHaveLength(22);
  });

  it('suggest their own words', () => {
    const suggestions = Object.fromEntries(fields.map(({ label, suggestions }) => [label, suggestions]));
    expect(suggestions['Target Platform']).toEqual(['Linux', 'Windows', 'macOS', 'Embedded']);
    expect(suggestions['Database Type']).toEqual(['PostgreSQL', 'MySQL', 'SQLite', 'NoSQL']);
    expect(suggestions['Memory Usage']).toEqual(['Allocation patterns', 'heap vs stack']);
    expect(suggestions['Optimization Constraints']).toEqual(['Safety requirements', 'API stability']);
    expect(suggestions['Compliance Requirements']).toEqual(['FIPS', 'Common Criteria', 'industry standards']);
  });
});

describe('a hint with alternatives', () => {
  it.each([
    ['Linux/Windows/macOS/Embedded', 'alternatives · Linux · Windows · macOS · Embedded'],
    ['Linux/Windows', 'alternatives · Linux · Windows'],
    ['async/sync', 'alternatives · async · sync'],
    ['REST / GraphQL / plain gRPC', 'alternatives · REST · GraphQL · plain gRPC'],
    ['debug|release', 'alternatives · debug · release'],
    ['a new service | an existing one', 'alternatives · a new service · an existing one'],
    ['`debug`/`release`', 'alternatives · debug · release'],
    ['staging or production', 'alternatives · staging · production'],
    ['file, socket or pipe', 'alternatives · file · socket · pipe'],
    ['file, socket, or pipe', 'alternatives · file · socket · pipe'],
    ['one of: red, green, blue', 'one of alternatives · red · green · blue'],
    ['Choose one of: a | b', 'one of alternatives · a · b'],
    ['either TCP or UDP', 'one of alternatives · TCP · UDP'],
    ['any of: red, green', 'alternatives · red · green'],
    ['PostgreSQL, MySQL, SQLite, NoSQL', 'alternatives · PostgreSQL · MySQL · SQLite · NoSQL'],
    ['TCP/IP, UDP, QUIC', 'alternatives · TCP/IP · UDP · QUIC'],
    ['Visual Studio Code, Vim, macOS TextEdit', 'alternatives · Visual Studio Code · Vim · macOS TextEdit'],
    ['e.g. Linux, Windows, etc.', 'alternatives · Linux · Windows'],
    ['Rust/C/C++/…', 'alternatives · Rust · C · C++'],
    ['yes/no', 'one of alternatives · yes · no'],
    ['Yes / No / N/A', 'one of alternatives · Yes · No · N/A'],
    ['true/false', 'one of alternatives · true · false'],
    ['high/medium/low', 'one of alternatives · high · medium · low'],
    ['Low, Medium, High', 'one of alternatives · Low · Medium · High'],
    ['critical | high | medium | low', 'one of alternatives · critical · high · medium · low'],
    ['on/off', 'one of alternatives · on · off'],
  ])('is recognised in “%s”', (hint, expected) => {
    expect(said(hint)).toBe(expected);
  });
});

describe('a hint with aspects', () => {
  it.each([
    ['Latency, throughput, memory constraints', 'aspects · Latency · throughput · memory constraints'],
    ['latency, throughput and memory', 'aspects · latency · throughput · memory'],
    ['latency, throughput, and memory, etc.', 'aspects · latency · throughput · memory'],
    ['for example: goals, risks…', 'aspects · goals · risks'],
    ['Memory (heap, stack), CPU time', 'aspects · Memory (heap, stack) · CPU time'],
    ['延迟，吞吐量、内存', 'aspects · 延迟 · 吞吐量 · 内存'],
    ['Cost, 1,000 users, growth', 'aspects · Cost · 1,000 users · growth'],
  ])('is recognised in “%s”', (hint, expected) => {
    expect(said(hint)).toBe(expected);
  });
});

describe('a hint in prose', () => {
  it.each([
    '',
    ' ',
    '…',
    'etc.',
    'x',
    'Hard/soft real-time constraints',
    'Specific latency/throughput goals',
    'Hot code paths and bottlenecks',
    'Single vs multi-core optimization',
    'Current or target state',
    'Link to the ticket or issue',
    'TCP/IP',
    'I/O',
    'I/O model',
    'CI/CD',
    'CI/CD pipeline',
    'km/h',
    'requests/second',
    'and/or',
    '24/7',
    'N/A',
    'https://example.org/a/b',
    'example.org/a, example.org/b: whichever',
    '/usr/local/bin',
    'src/main.rs',
    'path/to/file',
    './scripts/run',
    'content/agents/rust-pro.md',
    'DD/MM/YYYY',
    '2024/01/31',
    '31.12.2024',
    'January 31, 2024',
    '1,000',
    'a [b, c] (d)',
    '[Linux/Windows]',
    '<name>, <version>',
    'a || b',
    '| a |',
    'Is it async, or not?',
    'Describe the workspace: crates, targets',
    'First this. Then that, and more.',
    'Target latency, e.g. 10 ms',
    'same, same',
    ', ,',
    '//',
    '/',
    'a/',
    '@agent/handle',
    Array.from({ length: 40 }, (_, index) => `item ${String(index)}`).join(', '),
    `${'very '.repeat(60)}long, hint`,
  ])('is recognised in “%s”', (hint) => {
    expect(said(hint)).toBe('text');
  });
});

describe('any hint', () => {
  const hints = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom('a', 'Bc', ', ', '/', ' or ', ' and ', '|', 'e.g. ', 'etc.', ':', '(', ')', '[', '…', ' ', '1'),
      )
      .map((parts) => parts.join('')),
  );

  it('is read without an error, and suggests either nothing or several different words', () => {
    fc.assert(
      fc.property(hints, (hint) => {
        const { kind, suggestions } = readHint(hint);
        if (kind === 'text') expect(suggestions).toEqual([]);
        else expect(suggestions.length).toBeGreaterThan(1);
        expect(new Set(suggestions).size).toBe(suggestions.length);
        for (const suggestion of suggestions) expect(suggestion.trim()).toBe(suggestion);
      }),
      { numRuns: 2_000, examples: [['`A ",A']] },
    );
  });
});
