import { describe, expect, it } from 'vitest';
import { readFont } from '../../../src/fonts/woff.ts';

describe('readFont', () => {
  it('throws for a file that is not a WOFF file', () => {
    expect(() => readFont(Buffer.from('OTTO and more'))).toThrow('not a WOFF');
  });
});
