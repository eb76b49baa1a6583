import { describe, expect, it } from 'vitest';
import { addDraft, noDrafts, type Drafts } from '../../../src/forms/drafts/drafts.ts';
import { mayBeForm, movePastedToDraft, withoutFence } from '../../../src/forms/pasted-form.ts';

const draft = (values: Record<string, string>) => addDraft(noDrafts, { name: '', values, at: new Date(0) });
const summary = ({ drafts }: Drafts) => drafts.map(({ name, values }) => [name, values]);

describe('a pasted text', () => {
  it('may be a filled form if it has several lines or starts like JSON', () => {
    expect(['one line', ' one line\n', '{"a": 1}', 'two\nlines'].map(mayBeForm)).toEqual([false, false, true, true]);
  });

  it('is read without the fence in which an agent answers', () => {
    expect(withoutFence('```json\n{"a": 1}\n```\n')).toBe('{"a": 1}');
    expect(withoutFence('~~~~\na\n~~~\nb\n~~~~')).toBe('a\n~~~\nb');
    expect(withoutFence('before\n```\na\n```')).toBe('before\n```\na\n```');
  });

  it('moves to a draft of its own, and the field gets its value back', () => {
    const drafts = draft({ Notes: 'mine + pasted', Size: 'large' });
    const field = { key: 'Notes', valueBefore: 'mine' };
    const moved = movePastedToDraft(drafts, drafts.current, field, { Notes: 'theirs' });
    expect(summary(moved)).toEqual([
      ['Draft 1', { Notes: 'mine', Size: 'large' }],
      ['Pasted', { Notes: 'theirs' }],
    ]);
    expect(moved.current).toBe('draft-2');
  });

  it('leaves no empty draft behind', () => {
    const drafts = draft({ Notes: 'pasted' });
    const moved = movePastedToDraft(drafts, drafts.current, { key: 'Notes', valueBefore: '' }, { Notes: 'theirs' });
    expect(summary(moved)).toEqual([['Pasted', { Notes: 'theirs' }]]);
  });
});
