import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftCommands } from '../../../../src/forms/drafts/draft-commands.ts';
import { FormController } from '../../../../src/forms/form-controller.ts';
import { messageForm } from '../../../../src/forms/model/message-form.ts';
import { FakeBrowser } from '../../lib/fake-browser.ts';

let browser: FakeBrowser;
let controller: FormController;
let commands: DraftCommands;
const names = () => controller.drafts.all.map(({ name }) => name);

beforeEach(() => {
  browser = new FakeBrowser();
  controller = new FormController(messageForm('{"first": "a", "second": "b"}'), 'playbook:/handoffs/x/');
  commands = new DraftCommands(controller);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('draft commands', () => {
  it('start a draft, choose another, and rename it', () => {
    controller.setValue('first', 'one');
    expect(commands.add()).toBe(true);
    expect(controller.values).toEqual({});
    controller.setValue('first', 'two');
    expect(commands.rename('Login <service>')).toBe(true);
    expect(names()).toEqual(['Draft 1', 'Login <service>']);
    commands.choose('draft-1');
    expect(controller.values).toEqual({ first: 'one' });
    commands.choose('draft-2');
    expect(controller.values).toEqual({ first: 'two' });
  });

  it('delete a draft, and restore it with its place as the shown one', () => {
    controller.setValue('first', 'one');
    commands.add();
    controller.setValue('first', 'two');
    expect(commands.delete()).toBe(true);
    expect(controller.values).toEqual({ first: 'one' });
    expect(commands.canUndo('delete')).toBe(true);
    expect(commands.undo('delete')).toBe(true);
    expect(controller.values).toEqual({ first: 'two' });
    expect(names()).toHaveLength(2);
    expect(commands.canUndo('delete')).toBe(false);
  });

  it('clear a draft, and restore it with what the reader has written since below', () => {
    controller.setValue('first', 'old words');
    commands.clear();
    expect(controller.values).toEqual({});
    controller.setValue('first', 'new words');
    controller.setValue('second', 'more');
    commands.undo('clear');
    expect(controller.values).toEqual({ first: 'old words\nnew words', second: 'more' });
  });

  it('undo clearing and deleting independently of each other', () => {
    controller.setValue('first', 'one');
    commands.clear();
    commands.add();
    controller.setValue('first', 'two');
    commands.delete();
    commands.undo('clear');
    expect(controller.values).toEqual({ first: 'one' });
    expect(commands.canUndo('delete')).toBe(true);
  });

  it('do nothing before there is a draft', () => {
    expect(commands.clear()).toBe(false);
    expect(commands.delete()).toBe(false);
    expect(commands.undo('clear')).toBe(false);
    expect(browser.storage.stored.size).toBe(0);
  });

  it('replace a shared draft on the page, and make the fields show the result', () => {
    controller.setValue('first', 'mine');
    controller.showShared({ kind: 'message', values: { first: 'theirs' } });
    const replaced = vi.fn();
    controller.on('replace', replaced, new AbortController().signal);
    commands.add();
    expect(controller.shared).toBeUndefined();
    expect(replaced).toHaveBeenCalledOnce();
  });

  it('report that storage has refused the change, and keep it on the page', () => {
    controller.setValue('first', 'one');
    browser.storage.isFull = true;
    expect(commands.rename('Mine')).toBe(false);
    expect(names()).toEqual(['Mine']);
  });
});
