import { describe, expect, it } from 'vitest';
import { navigation } from '../../../../src/views/shared/navigation.ts';

const marked = (path: string) =>
  navigation(path).flatMap(({ label, items, isCurrent }) => [
    ...(isCurrent ? [label] : []),
    ...items.flatMap(({ label, current }) => (current === undefined ? [] : [`${label}: ${current}`])),
  ]);

describe('the main navigation', () => {
  it('marks the page itself and its group', () => {
    expect(marked('/gates/')).toEqual(['Hand over', 'Gates: page']);
  });

  it('marks the page above, and no page whose address only begins the same', () => {
    expect(marked('/agents/rust-pro/')).toEqual(['Find', 'Agents: true']);
    expect(marked('/agents-of-old/')).toEqual([]);
  });

  it('marks nothing on the home page', () => {
    expect(marked('/')).toEqual([]);
  });

  it('has each page once', () => {
    const paths = navigation('/').flatMap(({ items }) => items.map(({ href }) => href));
    expect(new Set(paths).size).toBe(paths.length);
  });
});
