import { expect, test } from 'vitest';
import { variableNames } from '../../../../src/exports/elements/variable-names.ts';

test('names are made of the labels, and fields without Latin letters are numbered', () => {
  expect(variableNames(['Crate Name', 'Größe', '影响', '2nd try', 'arguments', ''])).toEqual([
    'crate_name',
    'große'.normalize('NFKD').replace(/\p{M}/gu, '').replace('ß', '_'),
    'field_3',
    'field_4',
    'field_5',
    'field_6',
  ]);
});

test('no name is the beginning of another, and none occurs twice', () => {
  const names = variableNames(['Task', 'Task type', 'Task', 'TASK', 'Notes', 'No', 'Not', 'Tasks']);
  expect(new Set(names).size).toBe(names.length);
  for (const one of names) {
    expect(names.filter((other) => other !== one && other.startsWith(one))).toEqual([]);
  }
});
