import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeShareLink, isShareLink } from '../../../src/lib/share-link.ts';
import { decodeSharedDraft, encodeSharedDraft, type SharedDraft } from '../../../src/forms/shared-draft.ts';
import { awkwardText } from './awkward.ts';

const text = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\r'));
const shared: fc.Arbitrary<SharedDraft> = fc
  .record(
    {
      kind: fc.constantFrom('template' as const, 'message' as const),
      values: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '')), awkwardText),
      to: text,
      task: text,
      name: text,
      known: fc.array(fc.record({ question: fc.string(), answer: fc.string() }), { minLength: 1, maxLength: 5 }),
    },
    { requiredKeys: ['kind', 'values'], noNullPrototype: true },
  )
  .map((form) => ({ ...form, values: Object.fromEntries(Object.entries(form.values)) }));

const decoded = async (value: unknown) => {
  const fragment = await encodeShareLink(value);
  return decodeSharedDraft(typeof fragment === 'string' ? fragment : '');
};

describe('a shared draft', () => {
  it('is decoded as it was encoded', async () => {
    await fc.assert(
      fc.asyncProperty(shared, async (form) => {
        const fragment = await encodeSharedDraft(form);
        if (typeof fragment !== 'string') throw new Error(fragment.error);
        expect(isShareLink(`#${fragment}`)).toBe(true);
        expect(await decodeSharedDraft(`#${fragment}`)).toEqual(form);
      }),
    );
  });

  it('has plain line ends', async () => {
    expect(await decoded({ kind: 'template', values: { Notes: 'a\r\nb\rc' } })).toEqual({
      kind: 'template',
      values: { Notes: 'a\nb\nc' },
    });
  });

  it.each<[string, unknown]>([
    ['text', 'template'],
    ['nothing', null],
    ['a list', []],
    ['of no kind', { values: {} }],
    ['of another kind', { kind: 'gate', values: {} }],
    ['without values', { kind: 'template' }],
    ['a list of values', { kind: 'template', values: ['a'] }],
    ['values that are no text', { kind: 'template', values: { Notes: 'a', More: { html: '<b>' } } }],
    ['numbers', { kind: 'message', values: { count: 3 } }],
    ['answers that are none', { kind: 'template', values: {}, known: 'Linux' }],
    ['answers without a question', { kind: 'template', values: {}, known: [{ answer: 'Linux' }] }],
    ['values of its prototype', JSON.parse('{"kind":"template","__proto__":{"values":{"Notes":"a"}}}')],
  ])('is rejected if the link contains %s', async (_, value) => {
    expect(await decoded(value)).toEqual({
      error: 'This link does not contain a filled form. Ask for it again, or for the text.',
    });
  });

  it('is rejected with ten thousand fields', async () => {
    const values = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${String(index)}`, 'a']));
    const fragment = await decoded({ kind: 'template', values });
    // They may be too many for a form or for a link; either way, the reader is told.
    expect(fragment).toHaveProperty('error');
    const few = Object.fromEntries(Object.entries(values).slice(0, 1_001));
    expect(await decoded({ kind: 'template', values: few })).toEqual({
      error: 'This link contains more fields than any form has, so it was not opened. Ask for the text instead.',
    });
  });

  it('cannot change the prototype of an object', async () => {
    const form = await decoded(JSON.parse('{"kind":"template","values":{"__proto__":"polluted"},"to":"a"}'));
    expect(Object.hasOwn('values' in form ? form.values : {}, '__proto__')).toBe(true);
    expect({}).not.toHaveProperty('polluted');
    expect(Object.getPrototypeOf('values' in form ? form.values : undefined)).toBe(Object.prototype);
  });

  it('drops properties that are not text', async () => {
    expect(await decoded({ kind: 'template', values: {}, to: 7, task: ' ', name: ['x'], more: true })).toEqual({
      kind: 'template',
      values: {},
    });
  });
});
