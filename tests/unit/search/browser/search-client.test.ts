import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchClient } from '../../../../src/search/browser/search-client.ts';
import type { AnswerMessage } from '../../../../src/search/browser/search-messages.ts';
import type { SearchResult } from '../../../../src/search/query/result-types.ts';

const BASE = '/some/base/';

const found = (total: number): SearchResult => ({ state: 'found', total, hits: [] });

/** Stands for the worker: records what it is asked, and answers as a test says. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  messages: unknown[] = [];
  ports: MessagePort[] = [];

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  postMessage(message: unknown, [port]: Transferable[] = []) {
    this.messages.push(message);
    if (port instanceof MessagePort) this.ports.push(port);
  }

  answer(message: AnswerMessage<SearchResult>) {
    this.ports.at(-1)?.postMessage(message);
  }
}

let client: SearchClient;

beforeEach(async () => {
  FakeWorker.made = [];
  vi.resetModules();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"version":"1"}')));
  const { SearchClient } = await import('../../../../src/search/browser/search-client.ts');
  client = new SearchClient(BASE);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const worker = () => FakeWorker.made.at(-1) ?? new FakeWorker();

/** Waits until messages that were sent through ports have arrived. */
const delivered = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a page’s search', () => {
  it('starts one worker, tells it the base path, and sends it the manifest', async () => {
    client.warmUp();
    client.warmUp();
    await vi.waitFor(() => {
      expect(worker().messages).toHaveLength(4);
    });
    expect(FakeWorker.made).toHaveLength(1);
    expect(worker().messages.slice(0, 3)).toEqual([{ base: BASE }, { warmUp: true }, { warmUp: true }]);
    const sent = worker().messages.at(-1) as { manifest: ArrayBuffer };
    expect(new TextDecoder().decode(sent.manifest)).toBe('{"version":"1"}');
  });

  it('tells the worker if the manifest cannot be loaded, so that it tries again', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 503 })));
    client.warmUp();
    await vi.waitFor(() => {
      expect(worker().messages.at(-1)).toEqual({ manifest: undefined });
    });
  });

  it('yields the worker’s answers until it has sent the last one', async () => {
    const results = client.search({ query: 'ffi', limit: 5 });
    const first = results.next();
    worker().answer({ answer: found(1) });
    expect((await first).value).toEqual(found(1));
    worker().answer({ answer: found(2) });
    worker().answer({ end: 'complete' });
    expect((await results.next()).value).toEqual(found(2));
    expect((await results.next()).done).toBe(true);
  });

  it('skips answers that a better one replaces before the page is ready for them', async () => {
    const results = client.search({ query: 'ffi', limit: 5 });
    const first = results.next();
    worker().answer({ answer: found(1) });
    await first;
    for (const total of [2, 3]) worker().answer({ answer: found(total) });
    worker().answer({ end: 'complete' });
    await delivered();
    expect((await results.next()).value).toEqual(found(3));
    expect((await results.next()).done).toBe(true);
  });

  it('yields nothing more after its signal is aborted, and tells the worker to stop', async () => {
    const controller = new AbortController();
    const next = client.search({ query: 'ffi', limit: 5 }, controller.signal).next();
    const stopped = new Promise((resolve) => worker().ports.at(-1)?.addEventListener('message', resolve));
    worker().ports.at(-1)?.start();
    worker().answer({ answer: found(1) });
    controller.abort();
    expect((await next).done).toBe(true);
    await stopped;
  });

  it('is unavailable if the worker cannot be loaded, and starts another one for the next search', async () => {
    const next = client.search({ query: 'ffi', limit: 5 }).next();
    worker().dispatchEvent(new Event('error'));
    expect((await next).value).toEqual({ state: 'unavailable' });
    void client.search({ query: 'ffi', limit: 5 }).next();
    expect(FakeWorker.made).toHaveLength(2);
  });

  it('finds agents for a task, and rejects if the worker fails', async () => {
    const agents = client.findAgents('review unsafe code');
    worker().answer({ end: 'failed' });
    await expect(agents).rejects.toThrow('cannot be loaded');
  });
});
