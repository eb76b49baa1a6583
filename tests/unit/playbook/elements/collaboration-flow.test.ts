import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, said, text } from './recognised.ts';

function flowOf(...lines: string[]) {
  const [flow] = found('collaboration-flow', text('# Loop', fence('', ...lines)));
  return flow && [flow.start, ...flow.steps.map(({ route, task }) => `${said(route)}: ${task}`)];
}

describe('a collaboration flow', () => {
  it.each([
    ['arrows down', ['Start', '    ↓', '1. @a - One', '    ↓', '2. @b - Two']],
    ['letters for arrows', ['Start', '  v', '1) `@a`: One', '  V', '2) `@b`: Two']],
    ['trunks and arrows', ['Start', '  |', '  v', '@a – One', '  │', '  ▼', '@b — Two']],
    ['arrows to the right', ['Start', '-->', '- @a - One', '-->', '- @b - Two']],
    ['arrows before the steps', ['Start', '→ @a - One', '-> @b: Two']],
    ['arrows inside the steps', ['Start', '↓', '1. @a → One', '↓', '2. @b => Two']],
    ['bold names and blank lines', ['', 'Start', '', '↓', '', '1. **@a** - One', '↓', '2. **@b** - Two', '']],
    ['tabs', ['Start', '\t↓', '1.\t@a - One', '\t↓', '2.\t@b - Two']],
  ])('is recognised with %s', (_, lines) => {
    expect(flowOf(...lines)).toEqual(['Start', 'a: One', 'b: Two']);
  });

  it('can begin with its first step', () => {
    expect(flowOf('@a', '↓', '@b + @c')).toEqual(['', 'a: ', 'b and c: ']);
  });

  it('can be a single line', () => {
    expect(flowOf('Request → @a → @b or @c')).toEqual(['Request', 'a: ', 'b or c: ']);
    expect(flowOf('@a -> @b')).toEqual(['', 'a: ', 'b: ']);
  });

  it('can have names without an @ under a heading that mentions agents', () => {
    const markdown = text('# Agent hand-offs', fence('', 'a-b - One', '↓', 'c-d - Two'));
    expect(found('collaboration-flow', markdown)[0]?.steps.map(({ route }) => said(route))).toEqual(['a-b', 'c-d']);
  });

  it('has the line number of each step', () => {
    const [flow] = found(
      'collaboration-flow',
      fence('text', 'Start', '↓', '1. @a - x', '↓', '2. @b - y').replaceAll('\n', '\r\n'),
    );
    expect(flow).toMatchObject({ from: 1, to: 7, steps: [{ line: 4 }, { line: 6 }] });
    expect(flow?.text).toBe('Start\n↓\n1. @a - x\n↓\n2. @b - y');
  });

  it.each([
    ['YAML', ['build-step: a', '', 'test-step: b']],
    ['a pipeline without agents', ['build-step -> test-step -> deploy-step']],
    ['a path', ['a → b → c']],
    ['a signature', ['fn a(b: C) -> d-e']],
    ['one step', ['Start', '↓', '1. @a - x']],
    ['a line that is no step', ['Start', '↓', '1. @a - x', '   in detail', '↓', '2. @b - y']],
    ['a list of agents without arrows', ['@a - x', '@b - y']],
    ['CSS', ['@media print {', '↓', '@font-face {']],
    ['a shell', ['npm i @my-scope/a', '->', 'npm i @my-scope/b']],
    ['nothing', ['', '↓', '']],
  ])('is not recognised in %s', (_, lines) => {
    expect(blocksOf(text('# Build', fence('', ...lines)))).toEqual(['code']);
  });

  it('is not recognised in a Mermaid diagram', () => {
    expect(blocksOf(fence('mermaid', '@a', '-->', '@b'))).toEqual(['diagram']);
  });
});
