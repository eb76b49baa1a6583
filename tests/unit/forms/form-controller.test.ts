import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftCommands } from '../../../src/forms/drafts/draft-commands.ts';
import { FormController, MAX_INSTANT_LENGTH, type FormEvent } from '../../../src/forms/form-controller.ts';
import { messageForm } from '../../../src/forms/model/message-form.ts';
import { templateForm } from '../../../src/forms/model/template-form.ts';
import { readLines } from '../../../src/forms/model/template-lines.ts';
import { setUnfilledPreference } from '../../../src/forms/unfilled-preference.ts';
import { FakeBrowser } from '../lib/fake-browser.ts';

const KEY = 'playbook:/handoffs/baker-cake-request/';
const template = '## Cake\n**Size**: [small/large]\n**Notes**: [anything else]';
const form = templateForm(readLines(template, () => ({ kind: 'text', suggestions: [], insertMode: 'one' })));
const message = messageForm('{"name": "a", "count": 3}');

let browser: FakeBrowser;
/** Another controller under the same key is another tab. */
const open = (of = form) => new FormController(of, KEY);
const textOf = (controller: FormController) => controller.segments.map(({ text }) => text).join('');
const shared = { kind: 'template' as const, name: 'Theirs', values: { Size: 'large' }, task: 'Bake it' };

/** Records the events of a controller. */
function record(controller: FormController, ...events: FormEvent[]): FormEvent[] {
  const recorded: FormEvent[] = [];
  for (const event of events) {
    controller.on(event, () => recorded.push(event), new AbortController().signal);
  }
  return recorded;
}

beforeEach(() => {
  browser = new FakeBrowser();
  setUnfilledPreference('hints');
  browser.storage.stored.clear();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a form controller', () => {
  it('starts pristine, with the text as its author wrote it', () => {
    const controller = open();
    expect(controller).toMatchObject({ isPristine: true, values: {}, progress: { filled: 0, total: 2 } });
    expect(textOf(controller)).toBe(template);
  });

  it('shows a typed value at once and saves it when the browser is idle', () => {
    const controller = open();
    controller.setValue('Size', 'large');
    controller.setValue('Size', 'larger');
    expect(textOf(controller)).toContain('**Size**: larger');
    expect(controller).toMatchObject({ isPristine: false, progress: { filled: 1, total: 2 } });
    expect(open().values).toEqual({ Size: 'large' });
    browser.becomeIdle();
    expect(open().values).toEqual({ Size: 'larger' });
  });

  it('saves the last key press before the form leaves the page', () => {
    const controller = open();
    controller.setValue('Size', 'l');
    controller.setValue('Size', 'la');
    controller.close();
    expect(open().values).toEqual({ Size: 'la' });
  });

  it('announces an update for each change of a value, and none for the same value', () => {
    const controller = open();
    const events = record(controller, 'update');
    controller.setValue('Size', 'large');
    controller.setValue('Size', 'large');
    expect(events).toEqual(['update']);
  });

  it('announces updates of a long draft only when typing pauses', () => {
    vi.useFakeTimers();
    const controller = open();
    const events = record(controller, 'update');
    controller.setValue('Notes', 'a'.repeat(MAX_INSTANT_LENGTH + 1));
    controller.setValue('Notes', 'b'.repeat(MAX_INSTANT_LENGTH + 1));
    expect(events).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(events).toEqual(['update']);
  });

  it('stops calling a listener whose signal is aborted', () => {
    const controller = open();
    const listener = vi.fn();
    const leaving = new AbortController();
    controller.on('update', listener, leaving.signal);
    leaving.abort();
    controller.update();
    expect(listener).not.toHaveBeenCalled();
  });

  it('removes everything from storage when the form is empty again', () => {
    const controller = open();
    controller.setValue('Size', 'a');
    controller.setValue('Size', '');
    browser.becomeIdle();
    expect(browser.storage.stored.size).toBe(0);
  });

  it('adds early input below the stored value of the same field, and ignores empty fields', () => {
    open().setValue('Size', 'large');
    const controller = open();
    controller.addEarlyInput({ Size: 'typed early', Notes: '' });
    expect(controller.values).toEqual({ Size: 'large\ntyped early' });
    controller.addEarlyInput({ Notes: 'new' });
    expect(controller.values).toEqual({ Size: 'large\ntyped early', Notes: 'new' });
  });

  it('merges the changes of another tab', () => {
    const here = open();
    const there = open();
    here.setValue('Size', 'large');
    there.load();
    there.setValue('Notes', 'from there');
    browser.becomeIdle();
    const events = record(here, 'replace', 'merge', 'update', 'validate');
    here.load();
    expect(here.values).toEqual({ Size: 'large', Notes: 'from there' });
    expect(events).toEqual(['merge', 'update', 'validate']);
  });

  it('goes on with a draft that another tab has deleted', () => {
    const here = open();
    here.setValue('Size', 'large');
    const there = open();
    new DraftCommands(there).delete();
    here.load();
    expect(here.values).toEqual({ Size: 'large' });
    here.setValue('Notes', 'still here');
    browser.becomeIdle();
    expect(open().values).toEqual({ Size: 'large', Notes: 'still here' });
  });

  it('leaves out unfilled fields if the reader prefers that, and is then no longer pristine', () => {
    const controller = open();
    controller.setValue('Size', 'large');
    setUnfilledPreference('left-out');
    expect(textOf(controller)).toBe('## Cake\n**Size**: large');
    expect(browser.storage.stored.get('playbook:unfilled')).toBe('left-out');
    expect(open().isPristine).toBe(false);
  });
});

describe('the text of a form controller', () => {
  it('comes with a note about the fields whose value cannot be used', () => {
    const controller = open(message);
    const events = record(controller, 'validate', 'note');
    controller.setValue('count', 'many');
    expect(JSON.parse(controller.prepareText())).toEqual({ name: 'a', count: 3 });
    expect(controller.note).toBe('Left out, because the value is not valid: count.');
    expect(controller.describeCopied('The text')).toBe('The text without count');
    expect(events).toEqual(['validate', 'note']);
    controller.setValue('count', '4');
    expect(JSON.parse(controller.prepareText())).toEqual({ name: 'a', count: 4 });
    expect(controller.note).toBe('');
    expect(controller.describeCopied('The text')).toBe('The text');
  });
});

describe('a shared draft', () => {
  it('is shown instead of the stored draft and stores nothing', () => {
    const controller = open();
    controller.setValue('Notes', 'mine');
    const before = new Map(browser.storage.stored);
    const events = record(controller, 'replace', 'update', 'validate', 'adopt');
    controller.showShared(shared);
    expect(controller.values).toEqual({ Size: 'large' });
    expect(controller.shown).toMatchObject({ name: 'Theirs', task: 'Bake it' });
    controller.showShared(undefined);
    expect(controller.values).toEqual({ Notes: 'mine' });
    expect(events).toEqual(['replace', 'update', 'validate', 'replace', 'update', 'validate']);
    expect(browser.storage.stored).toEqual(before);
  });

  it('becomes a stored draft beside the reader’s own as soon as the reader changes it', () => {
    const controller = open();
    controller.setValue('Notes', 'mine');
    controller.showShared(shared);
    const events = record(controller, 'adopt');
    controller.setValue('Notes', 'added');
    expect(events).toEqual(['adopt']);
    expect(controller.shared).toBeUndefined();
    browser.becomeIdle();
    const drafts = open().drafts.all.map(({ name, values, task }) => [name, values, task]);
    expect(drafts).toEqual([
      ['Draft 1', { Notes: 'mine' }, undefined],
      ['Theirs', { Size: 'large', Notes: 'added' }, 'Bake it'],
    ]);
  });

  it('is called “From a link” if its sender gave it no name', () => {
    const controller = open();
    controller.showShared({ kind: 'template', values: {} });
    controller.setValue('Size', 'small');
    expect(controller.shown?.name).toBe('From a link');
  });
});

describe('a form controller without storage', () => {
  it('works where storage is blocked, and says so', () => {
    browser.storage.isBlocked = true;
    const controller = open();
    expect(controller.drafts.saveState).toBe('refused');
    controller.setValue('Size', 'large');
    expect(textOf(controller)).toContain('**Size**: large');
  });

  it('announces an update when storage refuses a deferred change', () => {
    const controller = open();
    controller.setValue('Size', 'l');
    browser.storage.isFull = true;
    controller.setValue('Size', 'la');
    const events = record(controller, 'update');
    browser.becomeIdle();
    expect(events).toEqual(['update']);
    expect(controller.drafts.saveState).toBe('refused');
    expect(controller.values).toEqual({ Size: 'la' });
  });

  it.each(['{"current":"a","drafts":[{', '[1,2,3]'])('sets aside stored text that it cannot read: %s', (text) => {
    browser.storage.stored.set(KEY, text);
    const controller = open();
    expect(controller).toMatchObject({ values: {}, isPristine: false });
    expect(controller.drafts.saveState).toBe('unreadable');
    expect(browser.storage.stored.get(KEY)).toBe(text);
    controller.setValue('Size', 'new');
    expect(browser.storage.stored.get(`${KEY}:unreadable`)).toBe(text);
    expect(open().values).toEqual({ Size: 'new' });
  });
});
