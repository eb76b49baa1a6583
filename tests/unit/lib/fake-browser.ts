import { vi } from 'vitest';

/** A `localStorage` that can be full or blocked. */
class FakeStorage {
  readonly stored = new Map<string, string>();
  isFull = false;
  isBlocked = false;

  getItem(key: string) {
    if (this.isBlocked) throw new Error('blocked');
    return this.stored.get(key) ?? null;
  }

  setItem(key: string, text: string) {
    if (this.isFull || this.isBlocked) throw new Error('full');
    this.stored.set(key, text);
  }

  removeItem(key: string) {
    if (this.isBlocked) throw new Error('blocked');
    this.stored.delete(key);
  }
}

/** Stands for the browser's globals that persisted values use; `vi.unstubAllGlobals` removes it. */
export class FakeBrowser {
  readonly storage = new FakeStorage();
  /** The window and the document. */
  readonly page = new EventTarget();
  readonly #callbacks: (() => void)[] = [];

  constructor() {
    vi.stubGlobal('localStorage', this.storage);
    vi.stubGlobal('document', this.page);
    vi.stubGlobal('addEventListener', this.page.addEventListener.bind(this.page));
    vi.stubGlobal('requestIdleCallback', (callback: () => void) => this.#callbacks.push(callback));
  }

  /** Runs what waits until the browser is idle. */
  becomeIdle(): void {
    for (const callback of this.#callbacks.splice(0)) callback();
  }
}
