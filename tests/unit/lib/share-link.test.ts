import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  isShareLink,
  MAX_FRAGMENT_LENGTH,
  encodeShareLink,
  encodePlainShareLink,
  decodeShareLink,
} from '../../../src/lib/share-link.ts';

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const deflated = (bytes: Uint8Array | string) => `shared.1${base64url(deflateRawSync(bytes))}`;
const packed = async (value: unknown) => {
  const fragment = await encodeShareLink(value);
  if (typeof fragment !== 'string') throw new Error(fragment.error);
  return fragment;
};
const errorOf = async (fragment: string) => {
  const decoded = await decodeShareLink(fragment);
  return 'error' in decoded ? decoded.error : JSON.stringify(decoded.value);
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a value in a share link', () => {
  it('is decoded as it was encoded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const expected: unknown = JSON.parse(JSON.stringify(value));
        expect(await decodeShareLink(`#${await packed(value)}`)).toEqual({ value: expected });
      }),
    );
  });

  it('is encoded with characters that no program escapes in a link', async () => {
    expect(await packed({ text: 'Ω≈ç√ <script> "quotes" %20 🦀'.repeat(20) })).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('is short if its words repeat', async () => {
    expect((await packed('the same words '.repeat(5_000))).length).toBeLessThan(1_000);
  });

  it('is not mistaken for the anchor of a heading', async () => {
    expect(isShareLink(`#${await packed('x')}`)).toBe(true);
    expect(['', '#', '#shared', '#shared-state', '#playbook:x'].some(isShareLink)).toBe(false);
  });

  const old = function () {
    throw new TypeError('Unsupported format');
  };

  it.each([
    ['has none', undefined],
    ['has it for other formats alone', old],
  ])('is encoded without compression if the browser %s, and can be decoded by any', async (_, stream) => {
    const value = { text: 'füllen' };
    vi.stubGlobal('CompressionStream', stream);
    const fragment = await packed(value);
    expect(fragment).toBe(`shared.0${base64url(JSON.stringify(value))}`);
    expect(fragment).toBe(encodePlainShareLink(value));
    expect(await decodeShareLink(fragment)).toEqual({ value });
  });

  it.each([undefined, old])('is reported as unreadable if the browser cannot decompress it', async (stream) => {
    const fragment = await packed('x');
    vi.stubGlobal('DecompressionStream', stream);
    expect(await errorOf(fragment)).toMatch(/too old/);
    expect(await errorOf(encodePlainShareLink('x'))).toBe('"x"');
  });

  it('is rejected if it would be too long for a link, with advice', async () => {
    const noise = Array.from({ length: 30_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    );
    expect(await encodeShareLink(noise.join(''))).toEqual({
      error: 'This is too long for a link: many apps would cut it off. Copy or download the text instead.',
    });
    expect(await encodeShareLink('a'.repeat(1_000_001))).toHaveProperty('error');
  });
});

describe('a link from an untrusted source', () => {
  it.each([
    ['nothing', ''],
    ['an anchor', '#a-heading'],
    ['no more than its beginning', '#shared.1'],
    ['no base64', '#shared.1a b%20c'],
    ['one character', '#shared.1a'],
    ['rubbish', `#shared.1${base64url('not deflated')}`],
    ['text that is no JSON', deflated('{"a":')],
    ['no UTF-8', deflated(Uint8Array.of(0x22, 0xff, 0xfe, 0x22))],
    ['something behind its end', `shared.1${base64url(Buffer.concat([deflateRawSync('{}'), Buffer.from('more')]))}`],
  ])('is reported as damaged if it is %s', async (_, fragment) => {
    expect(await errorOf(fragment)).toMatch(/^This link is damaged: .* Ask for it again/);
  });

  it('is reported as damaged wherever it is cut off', async () => {
    const fragment = await packed({ values: { Notes: 'Some words that somebody wrote, and more of them' } });
    for (let length = 'shared.1'.length; length < fragment.length; length++) {
      expect(await errorOf(fragment.slice(0, length))).toMatch(/damaged/);
    }
  });

  it('is reported as newer if its format is unknown', async () => {
    expect(await errorOf('#shared.2abcd')).toMatch(/newer version/);
  });

  it('is not decompressed beyond a megabyte', async () => {
    const bomb = deflated(JSON.stringify('0'.repeat(20_000_000)));
    expect(bomb.length).toBeLessThan(2 * MAX_FRAGMENT_LENGTH);
    expect(await errorOf(bomb)).toMatch(/contains more/);
  });

  it('is not decoded at all if it is very long', async () => {
    expect(await errorOf(`#shared.0${'A'.repeat(1_000_000)}`)).toMatch(/contains more/);
  });

  it('never throws an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.base64String()),
        fc.constantFrom('', '0', '1', '2'),
        async (text, version) => {
          await decodeShareLink(`#shared.${version}${text}`);
        },
      ),
    );
  });
});
