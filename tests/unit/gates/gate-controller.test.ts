import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GateController, type GateEvent } from '../../../src/gates/gate-controller.ts';
import { noTicks, tick } from '../../../src/gates/ticks.ts';
import { FakeBrowser } from '../lib/fake-browser.ts';

const KEY = 'playbook:/gates/baker-before-the-oven/';
const dough = { key: 'dough', done: false };
const oven = { key: 'oven', done: true };
const salt = { key: 'salt', done: false };
const items = [dough, oven, salt];
const shared = tick(noTicks, salt, true, new Date('2026-11-20T14:03:00Z'));

let browser: FakeBrowser;
/** Another controller under the same key is another tab. */
const open = () => new GateController(items, KEY);
const ticked = (gate: GateController) => items.filter((item) => gate.isTicked(item)).map(({ key }) => key);

function record(gate: GateController): GateEvent[] {
  const recorded: GateEvent[] = [];
  const { signal } = new AbortController();
  for (const event of ['update', 'refuse'] as const) gate.on(event, () => recorded.push(event), signal);
  return recorded;
}

beforeEach(() => {
  browser = new FakeBrowser();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a gate controller', () => {
  it('starts as the file has it, with nothing stored', () => {
    const gate = open();
    expect(ticked(gate)).toEqual(['oven']);
    expect(gate).toMatchObject({ progressText: '1 of 3', saveState: 'saved', hasSaved: false, showsShared: false });
    expect(browser.storage.stored.size).toBe(0);
  });

  it('stores each tick at once, with the time', () => {
    const gate = open();
    const events = record(gate);
    gate.tick(dough, true);
    gate.tick(oven, false);
    expect(events).toEqual(['update', 'update']);
    expect(ticked(open())).toEqual(['dough']);
    expect(open().lastChanged).toBeInstanceOf(Date);
    expect(open().hasSaved).toBe(true);
  });

  it('stores ticks apart from those of other gates', () => {
    open().tick(dough, true);
    expect(new GateController(items, 'playbook:/gates/other/').hasSaved).toBe(false);
  });

  it('loads what another tab has ticked, and can then not undo', () => {
    const gate = open();
    gate.tick(dough, true);
    gate.reset();
    open().tick(salt, true);
    gate.load();
    expect(ticked(gate)).toEqual(['oven', 'salt']);
    expect(gate.undoable).toBeUndefined();
  });

  it('resets to the file, leaves nothing in storage, and undoes that', () => {
    const gate = open();
    gate.tick(dough, true);
    gate.tick(oven, false);
    expect(gate.reset()).toBe(true);
    expect(ticked(gate)).toEqual(['oven']);
    expect(gate.undoable).toBe('reset');
    expect(browser.storage.stored.size).toBe(0);
    expect(gate.undo()).toBe(true);
    expect(ticked(open())).toEqual(['dough']);
    expect(gate.undoable).toBeUndefined();
  });

  it('cannot undo a reset once something else is ticked', () => {
    const gate = open();
    gate.tick(dough, true);
    gate.reset();
    gate.tick(salt, true);
    expect(gate.undoable).toBeUndefined();
    expect(gate.undo()).toBe(false);
    expect(ticked(gate)).toEqual(['oven', 'salt']);
  });
});

describe('shared ticks', () => {
  it('are shown instead of the reader’s own, and store nothing', () => {
    const gate = open();
    gate.tick(dough, true);
    const before = new Map(browser.storage.stored);
    gate.showShared(shared);
    expect(ticked(gate)).toEqual(['oven', 'salt']);
    expect(gate).toMatchObject({ showsShared: true, hasSaved: true });
    gate.showShared(undefined);
    expect(ticked(gate)).toEqual(['dough', 'oven']);
    expect(browser.storage.stored).toEqual(before);
  });

  it('replace the reader’s own if the reader uses them, which can be undone', () => {
    const gate = open();
    gate.tick(dough, true);
    gate.showShared(shared);
    expect(gate.useShared(shared)).toBe(true);
    expect(gate).toMatchObject({ showsShared: false, undoable: 'use-shared' });
    expect(ticked(open())).toEqual(['oven', 'salt']);
    gate.undo();
    expect(ticked(open())).toEqual(['dough', 'oven']);
  });
});

describe('a gate controller without storage', () => {
  it('works where storage is blocked, and announces each refused change', () => {
    browser.storage.isBlocked = true;
    const gate = open();
    expect(gate.saveState).toBe('refused');
    const events = record(gate);
    gate.tick(dough, true);
    expect(gate.reset()).toBe(false);
    expect(gate.undo()).toBe(false);
    expect(ticked(gate)).toEqual(['dough', 'oven']);
    expect(events).toEqual(['update', 'refuse', 'update', 'refuse', 'update', 'refuse']);
  });

  it('goes on with ticks that full storage refuses', () => {
    const gate = open();
    browser.storage.isFull = true;
    gate.tick(dough, true);
    expect(gate).toMatchObject({ saveState: 'refused', hasSaved: true });
    expect(ticked(gate)).toEqual(['dough', 'oven']);
  });

  it.each(['{"changed":{', '[1,2,3]'])('starts as the file has it if it cannot read what is stored: %s', (text) => {
    browser.storage.stored.set(KEY, text);
    const gate = open();
    expect(gate.saveState).toBe('unreadable');
    expect(ticked(gate)).toEqual(['oven']);
    gate.tick(salt, true);
    expect(browser.storage.stored.get(`${KEY}:unreadable`)).toBe(text);
    expect(ticked(open())).toEqual(['oven', 'salt']);
  });
});
