import { expect, test } from 'vitest';
import { isComposing } from '../../../src/lib/is-composing.ts';

const key = (properties: object) => ({ isComposing: false, keyCode: 13, ...properties }) as unknown as KeyboardEvent;

test('a key belongs to the input method while it composes, and at the end of that in Safari', () => {
  expect(isComposing(key({ isComposing: true }))).toBe(true);
  expect(isComposing(key({ keyCode: 229 }))).toBe(true);
  expect(isComposing(key({}))).toBe(false);
});
