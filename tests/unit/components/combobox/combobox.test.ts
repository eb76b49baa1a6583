// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Combobox } from '../../../../src/components/combobox/combobox.ts';
import { isComposing } from '../../../../src/lib/is-composing.ts';

let field: HTMLInputElement;
let list: HTMLElement;
let combobox: Combobox;

beforeEach(() => {
  // jsdom does not lay out, so it has no scrolling.
  Element.prototype.scrollIntoView = vi.fn();
  field = document.createElement('input');
  list = document.createElement('div');
  combobox = new Combobox(field, list, 2);
});

function show(count: number, active?: number) {
  const options = Array.from({ length: count }, (_, index) => {
    const option = document.createElement('a');
    option.id = `option-${String(index)}`;
    return option;
  });
  list.replaceChildren(...options);
  combobox.show(options, active);
}

const selected = () => [...list.querySelectorAll('[aria-selected=true]')].map(({ id }) => id);
const activeId = () => field.getAttribute('aria-activedescendant');

describe('a combobox', () => {
  it('refers to its active option, which is the only selected one', () => {
    show(4, 0);
    expect([activeId(), selected()]).toEqual(['option-0', ['option-0']]);
    expect(combobox.move('ArrowDown')).toBe(true);
    expect([activeId(), selected()]).toEqual(['option-1', ['option-1']]);
    combobox.move('PageDown');
    expect([activeId(), selected()]).toEqual(['option-3', ['option-3']]);
  });

  it('is expanded only while it has options', () => {
    show(0);
    expect([list.hidden, field.getAttribute('aria-expanded'), activeId()]).toEqual([true, 'false', null]);
    expect(combobox.move('ArrowDown')).toBe(false);
    show(2);
    expect([list.hidden, field.getAttribute('aria-expanded'), activeId()]).toEqual([false, 'true', null]);
    combobox.move('ArrowUp');
    expect(activeId()).toBe('option-1');
    combobox.hide();
    expect([list.hidden, field.getAttribute('aria-expanded'), activeId()]).toEqual([true, 'false', null]);
    expect(selected()).toEqual([]);
  });

  it('moves with Home and End only after an arrow key, until the caret is moved', () => {
    show(4, 0);
    expect(combobox.move('End')).toBe(false);
    combobox.move('ArrowDown');
    expect(combobox.move('End')).toBe(true);
    expect(activeId()).toBe('option-3');
    expect(combobox.move('ArrowRight')).toBe(false);
    expect(combobox.move('Home')).toBe(false);
    expect(activeId()).toBe('option-3');
  });
});

describe('a key event of an input method', () => {
  it('is recognised by isComposing, and by key code 229 in Safari', () => {
    expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))).toBe(true);
    const withCode = (keyCode: number) =>
      // oxlint-disable-next-line typescript/no-deprecated -- Safari has no other sign of it.
      isComposing(new KeyboardEvent('keydown', { key: 'Enter', keyCode }));
    expect(withCode(229)).toBe(true);
    expect(withCode(13)).toBe(false);
  });
});
