import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseDraft,
  clearDraft,
  removeDraft,
  renameDraft,
  setContext,
} from '../../../../src/forms/drafts/draft-edits.ts';
import {
  addDraft,
  currentDraft,
  isEmptyDraft,
  noDrafts,
  putDraft,
  readDrafts,
  setValue,
  writeDrafts,
  type Draft,
  type Drafts,
} from '../../../../src/forms/drafts/drafts.ts';
import { awkwardText } from '../awkward.ts';

const monday = new Date('2026-11-16T08:00:00Z');
const tuesday = new Date('2026-11-17T08:00:00Z');
const empty = { name: '', values: {}, at: monday };
const two = addDraft(addDraft(noDrafts, { ...empty, values: { Notes: 'a' } }), { ...empty, name: 'For Bo' });
const [first, second] = two.drafts.map(({ id }) => id);
const names = ({ drafts }: Drafts) => drafts.map(({ name }) => name);
const find = ({ drafts }: Drafts, id = '') => drafts.find((draft) => draft.id === id);

describe('drafts', () => {
  it('have no current draft at first', () => {
    expect(currentDraft(noDrafts)).toBeUndefined();
  });

  it('make the newest the current one, and any other when it is chosen', () => {
    expect(names(two)).toEqual(['Draft 1', 'For Bo']);
    expect(currentDraft(two)?.name).toBe('For Bo');
    expect(currentDraft(chooseDraft(two, first ?? ''))?.name).toBe('Draft 1');
    expect(chooseDraft(two, 'other')).toBe(two);
  });

  it('have unique names and ids', () => {
    const three = addDraft(two, { ...empty, name: ' For Bo ' });
    expect(names(three)).toEqual(['Draft 1', 'For Bo', 'For Bo (2)']);
    const again = addDraft(removeDraft(three, first ?? ''), empty);
    expect(new Set(again.drafts.map(({ id }) => id)).size).toBe(3);
    expect(new Set(names(again)).size).toBe(3);
  });

  it('can be renamed, but not to an empty name or to the name of another', () => {
    expect(names(renameDraft(two, second ?? '', ' Mine '))).toEqual(['Draft 1', 'Mine']);
    expect(names(renameDraft(two, second ?? '', ' '))).toEqual(['Draft 1', 'For Bo']);
    expect(names(renameDraft(two, second ?? '', 'Draft 1'))).toEqual(['Draft 1', 'Draft 1 (2)']);
    expect(names(renameDraft(two, second ?? '', 'For Bo'))).toEqual(['Draft 1', 'For Bo']);
  });

  it('can be removed and put back', () => {
    const removed = removeDraft(two, second ?? '');
    expect(currentDraft(removed)?.name).toBe('Draft 1');
    expect(currentDraft(removeDraft(removed, first ?? ''))).toBeUndefined();
    const draft = find(two, second);
    expect(draft && putDraft(removed, draft)).toEqual(two);
  });

  it('can be cleared and put back as they were', () => {
    const cleared = clearDraft(two, first ?? '', tuesday);
    expect(find(cleared, first)).toEqual({ id: first, name: 'Draft 1', values: {}, at: tuesday });
    const draft = find(two, first);
    expect(draft && putDraft(cleared, draft).drafts).toEqual(two.drafts);
  });

  it('are changed one field at a time, which makes the changed draft the current one', () => {
    const changed = setValue(two, first ?? '', 'Platform', 'Linux', tuesday);
    expect(currentDraft(changed)).toMatchObject({ values: { Notes: 'a', Platform: 'Linux' }, at: tuesday });
    expect(find(changed, second)).toBe(find(two, second));
    expect(find(setValue(changed, first ?? '', 'Notes', '', tuesday), first)?.values).toEqual({ Platform: 'Linux' });
    expect(find(two, first)?.values).toEqual({ Notes: 'a' });
  });

  it('lose nothing when two tabs write into different fields', () => {
    const store = { text: writeDrafts(two) };
    const write = (key: string, value: string) => {
      store.text = writeDrafts(setValue(readDrafts(store.text) ?? noDrafts, first ?? '', key, value, tuesday));
    };
    write('A', 'one tab');
    write('B', 'the other');
    write('A', 'one tab again');
    expect(find(readDrafts(store.text) ?? noDrafts, first)?.values).toEqual({
      Notes: 'a',
      A: 'one tab again',
      B: 'the other',
    });
  });

  it('contain the receiving agent, the task and the known answers', () => {
    const known = [{ question: 'Which?', answer: 'This' }];
    const changed = setContext(two, first ?? '', { to: 'a-b', task: 'Do it', known }, tuesday);
    expect(find(changed, first)).toMatchObject({ to: 'a-b', task: 'Do it', known, values: { Notes: 'a' } });
  });

  it('are empty without values, agent, task and known answers', () => {
    const draft = { ...empty, id: 'x' };
    expect(isEmptyDraft({ ...draft, name: 'Only a name', to: '', known: [] })).toBe(true);
    expect(isEmptyDraft({ ...draft, values: { Gone: 'a' } })).toBe(false);
    expect(isEmptyDraft({ ...draft, task: 'a' })).toBe(false);
  });
});

describe('stored drafts', () => {
  const draft = fc.record(
    {
      name: fc.string(),
      values: fc
        .dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), awkwardText)
        .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))),
      at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
      to: fc.constant('a-b'),
      task: fc.constantFrom('one', 'two\nlines'),
      known: fc.array(fc.record({ question: fc.string(), answer: fc.string() }, { noNullPrototype: true }), {
        minLength: 1,
      }),
    },
    { requiredKeys: ['name', 'values', 'at'], noNullPrototype: true },
  );

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 4 }), fc.nat(4), (all, index) => {
        const made = all.reduce<Drafts>((drafts, one) => addDraft(drafts, one), noDrafts);
        const drafts = chooseDraft(made, made.drafts[index]?.id ?? '');
        expect(readDrafts(writeDrafts(drafts))).toEqual(drafts);
      }),
    );
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"drafts":{}}',
    '{"drafts":[null]}',
    '{"drafts":["a", 1]}',
    '['.repeat(100_000),
  ])('are not read from the text %.30s', (text) => {
    expect(readDrafts(text)).toBeUndefined();
  });

  it('lose no value to invalid data beside it', () => {
    const text = JSON.stringify({
      current: 7,
      drafts: [
        {
          id: 'a',
          name: 'Mine',
          values: { Notes: 'words', Count: 3, Old: { a: 1 } },
          at: 'yesterday',
          to: [],
          known: [{ a: 1 }],
        },
        { id: 'a', name: 'Mine', values: { Notes: 'of the same id' } },
        { values: ['a list'] },
        null,
      ],
    });
    const read = readDrafts(text) ?? noDrafts;
    expect(read.drafts.map(({ name, values }) => [name, values])).toEqual([
      ['Mine', { Notes: 'words', Count: '3', Old: '{"a":1}' }],
      ['Mine (2)', { Notes: 'of the same id' }],
      ['Draft 3', {}],
    ]);
    expect(new Set(read.drafts.map(({ id }: Draft) => id)).size).toBe(3);
    expect(read.drafts[0]).not.toHaveProperty('known');
    expect(currentDraft(read)?.name).toBe('Draft 3');
  });

  it('never throw an error, whatever the storage contains', () => {
    const stored = fc
      .record({ current: fc.jsonValue(), drafts: fc.array(fc.jsonValue()) })
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), stored), (text) => {
        const read = readDrafts(text);
        if (read) expect(readDrafts(writeDrafts(read))).toEqual(read);
      }),
    );
  });
});
