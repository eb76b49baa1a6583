// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { patchChildren } from '../../../../../src/components/search/shared/patch-children.ts';

/** Makes a list from `a:text b:other`: two items with keys. */
function list(written: string): HTMLElement {
  const parent = document.createElement('ul');
  parent.append(
    ...written.split(' ').map((one) => {
      const [key = '', text = ''] = one.split(':');
      const item = document.createElement('li');
      item.dataset.key = key;
      item.append(text);
      return item;
    }),
  );
  return parent;
}

const itemsOf = (parent: HTMLElement) => [...parent.children];
const written = (parent: HTMLElement) =>
  itemsOf(parent)
    .map((item) => `${item.getAttribute('data-key') ?? ''}:${item.textContent}`)
    .join(' ');

describe('patched children', () => {
  it.each([
    ['in another order', 'a:1 b:2 c:3', 'c:3 a:1 b:2'],
    ['fewer', 'a:1 b:2 c:3', 'b:2'],
    ['more, before and between', 'a:1 b:2', 'x:0 a:1 y:5 b:2'],
    ['with other words', 'a:1 b:2', 'a:9 b:2'],
    ['all others', 'a:1 b:2', 'x:1 y:2'],
    ['twice the same key', 'a:1 a:2', 'a:3 a:4 a:5'],
  ])('are the wanted ones: %s', (_, before, wanted) => {
    const parent = list(before);
    patchChildren(parent, itemsOf(list(wanted)));
    expect(written(parent)).toBe(wanted);
  });

  it('are the same elements as before, with attributes that other code has added', () => {
    const parent = list('a:1 b:2 c:3');
    const [, second] = itemsOf(parent);
    second?.setAttribute('aria-selected', 'true');
    patchChildren(parent, itemsOf(list('x:0 b:9')));
    expect(parent.children[1]).toBe(second);
    expect(second?.getAttribute('aria-selected')).toBe('true');
    expect(second?.textContent).toBe('9');
  });

  it('are reused within reused elements', () => {
    const group = (inner: string) => {
      const outer = list('group:');
      outer.firstElementChild?.replaceChildren(...itemsOf(list(inner)));
      return outer;
    };
    const parent = group('a:1 b:2');
    const inner = parent.querySelector('[data-key=b]');
    patchChildren(parent, itemsOf(group('b:2 c:3')));
    expect(parent.querySelector('[data-key=b]')).toBe(inner);
    expect(parent.textContent).toBe('23');
  });

  it('are removed if none are wanted', () => {
    const parent = list('a:1');
    patchChildren(parent, []);
    expect(parent.childNodes).toHaveLength(0);
  });
});
