import { describe, expect, it } from 'vitest';
import { headersFor, parseHeadersFile } from '../../../scripts/headers-file.ts';

const rules = parseHeadersFile(`# Everything
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'; img-src data: https://example.com

/_astro/*
\tCache-Control: public, max-age=31536000, immutable
  # inside a block
  x-content-type-options: again
/agents/:name/
  X-Agent: yes
/a.b
  X-Dot: yes
`);

describe('parseHeadersFile', () => {
  it('parses patterns with their headers and ignores comments and blank lines', () => {
    expect(rules.map((rule) => rule.pattern)).toEqual(['/*', '/_astro/*', '/agents/:name/', '/a.b']);
    expect(rules[1]?.headers).toEqual([
      ['Cache-Control', 'public, max-age=31536000, immutable'],
      ['x-content-type-options', 'again'],
    ]);
  });

  it('accepts colons in a value', () => {
    expect(rules[0]?.headers[1]).toEqual([
      'Content-Security-Policy',
      "default-src 'self'; img-src data: https://example.com",
    ]);
  });

  it('parses files with Windows line endings and files without rules', () => {
    expect(parseHeadersFile('/x\r\n  A: b\r\n')).toEqual([{ pattern: '/x', headers: [['A', 'b']] }]);
    expect(parseHeadersFile('\n# nothing\n')).toEqual([]);
  });

  it.each([
    ['a header before any path', '  A: b', 'line 1'],
    ['a header that is not indented', '/x\nA: b', 'line 2'],
    ['a line without a colon', '/x\n  A b', 'line 2'],
    ['a header without a value', '/x\n  A:', 'line 2'],
    ['an impossible name', '/x\n  A B: c', 'line 2'],
    ['an impossible value', '/x\n  A: b\u0001', 'line 2'],
    ["one host's own syntax for removing a header", '/x\n  ! A', 'line 2'],
    ['a pattern with a host', 'https://example.com/*\n  A: b', 'line 1'],
  ])('rejects %s and names the line', (_, text, line) => {
    expect(() => parseHeadersFile(text)).toThrow(line);
  });
});

describe('headersFor', () => {
  const names = (path: string) => headersFor(rules, path).map(([name]) => name);

  it('applies every matching rule', () => {
    expect(names('/_astro/x.css')).toEqual(['X-Content-Type-Options', 'Content-Security-Policy', 'Cache-Control']);
    expect(names('/')).toEqual(['X-Content-Type-Options', 'Content-Security-Policy']);
  });

  it('joins the values if several rules set the same header', () => {
    expect(headersFor(rules, '/_astro/x.css')[0]).toEqual(['X-Content-Type-Options', 'nosniff, again']);
  });

  it('matches a placeholder against one path segment and all other characters literally', () => {
    expect(names('/agents/one/')).toContain('X-Agent');
    expect(names('/agents/one/two/')).not.toContain('X-Agent');
    expect(names('/a.b')).toContain('X-Dot');
    expect(names('/axb')).not.toContain('X-Dot');
    expect(names('/a.b/c')).not.toContain('X-Dot');
  });
});
