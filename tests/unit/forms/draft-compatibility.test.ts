import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftStore } from '../../../src/forms/drafts/draft-store.ts';
import { decodeSharedDraft } from '../../../src/forms/shared-draft.ts';

/**
 * Literal texts that version 0.1 stored on readers' devices and put into links. They must be understood for as long as
 * such devices and links may exist: change the code, never these strings.
 */
const DRAFTS_KEY = 'playbook:/handoffs/rust-pro-rust-performance-request/';
const DRAFTS =
  '{"current":"draft-1","drafts":[{"name":"Draft 1","values":{"Performance Targets":"p99 < 40 ms\\nno “jitter”"},"at":"2026-11-20T14:03:00.000Z","id":"draft-1","to":"performance-optimizer","task":"Make it fast","known":[{"question":"Is it slow?","answer":"Yes"}]},{"name":"For Bo","values":{"Notes (2)":"日本 🦀"},"at":"2026-11-20T14:03:00.000Z","id":"draft-2"}]}';
const UNFILLED_KEY = 'playbook:unfilled';
const PLAIN_TEMPLATE_LINK =
  '#shared.0eyJraW5kIjoidGVtcGxhdGUiLCJ2YWx1ZXMiOnsiUGVyZm9ybWFuY2UgVGFyZ2V0cyI6InA5OSA8IDQwIG1zIn0sInRvIjoicGVyZm9ybWFuY2Utb3B0aW1pemVyIiwidGFzayI6Ik1ha2UgaXQgZmFzdCIsImtub3duIjpbeyJxdWVzdGlvbiI6IklzIGl0IHNsb3c_IiwiYW5zd2VyIjoiWWVzIn1dfQ';
const DEFLATED_TEMPLATE_LINK =
  '#shared.1RcyxSgNBEIfxVxn-lcIKIjZZBMFCsFBS2IhaLDqRzd3OXHYmHngc3FvYRKy08qlSpPYRJJX99_sGNFmeEeFcujY5I-A1tWs2xAFzrgutJckT022qL-yGiG42ozM6PaZiDyJK22mzzO5ct9MHAm7U2ejg5BARu_ev3eaHfj-_J4wBrnv-Pz3SznPJb1wR4MkaRFynhik7LZI5AhrRXhDvB6zWbJ5VEHFl-8Ja7c8RkMR6roi4Y8P4GCCpMCIutdKFYvwD';
const MESSAGE_LINK =
  '#shared.1RcpBCoAgEAXQu3xoF0HtnMuI2SShaTjqRrx7tGr9Xoe_4gHCzSLGMWY0EyoLqOPJyWUWWQpL0TY1zl8hKDVh_rlGMSfrPSTrBYR1MxjjBQ';

const known = [{ question: 'Is it slow?', answer: 'Yes' }];
const context = { to: 'performance-optimizer', task: 'Make it fast', known };

describe('a form of the present version', () => {
  let stored: Map<string, string>;

  beforeEach(() => {
    stored = new Map();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => stored.set(key, text),
      removeItem: (key: string) => stored.delete(key),
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('opens the drafts that version 0.1 stored, and writes the same JSON', () => {
    stored.set(DRAFTS_KEY, DRAFTS);
    const drafts = new DraftStore(DRAFTS_KEY);
    const at = new Date('2026-11-20T14:03:00Z');
    const first = { id: 'draft-1', name: 'Draft 1', values: { 'Performance Targets': 'p99 < 40 ms\nno “jitter”' } };
    const second = { id: 'draft-2', name: 'For Bo', values: { 'Notes (2)': '日本 🦀' } };
    expect(drafts.saveState).toBe('saved');
    expect(drafts.shown).toEqual({ ...first, ...context, at });
    expect(drafts.all).toEqual([
      { ...first, ...context, at },
      { ...second, at },
    ]);
    drafts.change((all) => ({ ...all }));
    expect(JSON.parse(stored.get(DRAFTS_KEY) ?? '')).toEqual(JSON.parse(DRAFTS));
  });

  it('follows the preference for unfilled fields that version 0.1 stored', async () => {
    stored.set(UNFILLED_KEY, 'left-out');
    // The module caches the preference, and other tests may have asked for it before.
    vi.resetModules();
    const { unfilledPreference } = await import('../../../src/forms/unfilled-preference.ts');
    expect(unfilledPreference()).toBe('left-out');
  });

  it('opens a link to a template that version 0.1 made without compression', async () => {
    const values = { 'Performance Targets': 'p99 < 40 ms' };
    expect(await decodeSharedDraft(PLAIN_TEMPLATE_LINK)).toEqual({ kind: 'template', values, ...context });
  });

  it('opens a link to a template that version 0.1 compressed', async () => {
    const values = { 'Performance Targets': 'p99 < 40 ms\nno “jitter”', 'Notes (2)': '日本 🦀' };
    expect(await decodeSharedDraft(DEFLATED_TEMPLATE_LINK)).toEqual({
      kind: 'template',
      values,
      ...context,
      name: 'For Bo',
    });
  });

  it('opens a link to a message that version 0.1 compressed', async () => {
    const values = { 'progress.test_coverage': '99%', 'progress.unsafe_blocks': '12a' };
    expect(await decodeSharedDraft(MESSAGE_LINK)).toEqual({ kind: 'message', values });
  });
});
