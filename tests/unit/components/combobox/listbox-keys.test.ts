import { describe, expect, it } from 'vitest';
import { moveByKey, type ListboxKeys } from '../../../../src/components/combobox/listbox-keys.ts';

const combobox: ListboxKeys = { wraps: true, pageSize: 5, homeAndEnd: false };
const list: ListboxKeys = { wraps: false, homeAndEnd: true, horizontal: true };

describe('in a listbox that wraps', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 7, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 7],
    ['ArrowUp', -1, 7],
    ['PageDown', 1, 6],
    ['PageDown', 6, 7],
    ['PageUp', 7, 2],
    ['PageUp', 2, 0],
  ])('%s moves from option %i of 8 to option %i', (key, active, next) => {
    expect(moveByKey(key, active, 8, combobox)).toBe(next);
  });

  it.each(['Home', 'End', 'ArrowLeft', 'ArrowRight', 'Enter', 'a'])('%s does not move', (key) => {
    expect(moveByKey(key, 3, 8, combobox)).toBeUndefined();
  });
});

describe('in a listbox that does not wrap', () => {
  it.each([
    ['ArrowDown', 7, 7],
    ['ArrowUp', 0, 0],
    ['ArrowRight', 2, 3],
    ['ArrowLeft', 2, 1],
    ['Home', 5, 0],
    ['End', 5, 7],
  ])('%s moves from option %i of 8 to option %i', (key, active, next) => {
    expect(moveByKey(key, active, 8, list)).toBe(next);
  });

  it.each(['PageDown', 'PageUp', ' '])('%j does not move', (key) => {
    expect(moveByKey(key, 3, 8, list)).toBeUndefined();
  });
});

describe('in an empty listbox', () => {
  it.each(['ArrowDown', 'ArrowUp', 'Home', 'End'])('%s does not move', (key) => {
    expect(moveByKey(key, -1, 0, list)).toBeUndefined();
  });
});
