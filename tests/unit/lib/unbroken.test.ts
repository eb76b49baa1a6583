import { describe, expect, it } from 'vitest';
import { splitUnbroken } from '../../../src/lib/unbroken.ts';

/** Returns the words that do not break. */
function unbroken(code: string): string[] {
  return splitUnbroken(code).filter((_, index) => index % 2 === 1);
}

describe('splitting code at words that must not break', () => {
  it('finds flags, attributes and rules, which browsers would break after their first signs', () => {
    expect(unbroken('cargo fmt --check -q')).toEqual(['--check', '-q']);
    expect(unbroken('#[expect]')).toEqual(['#[expect]']);
    expect(unbroken('#![forbid(unsafe_code)]')).toEqual(['#![forbid(unsafe_code)]']);
    expect(unbroken('---')).toEqual(['---']);
  });

  it('leaves other words alone, and those that are too long for a phone', () => {
    expect(unbroken('rust-pro a - b # title')).toEqual([]);
    expect(unbroken(`--${'x'.repeat(40)}`)).toEqual([]);
  });

  it('keeps the whole text', () => {
    expect(splitUnbroken('npm install --save-dev remark').join('')).toBe('npm install --save-dev remark');
  });
});
