import type { Facets, SearchRequest, SearchResult } from '../query/result-types.ts';
import type { FoundAgents } from './find-agents.ts';
import type { AnswerMessage, Question } from './search-messages.ts';
import { startWorker, warmUp } from './start-worker.ts';

/** Searches the site. The work is done in a worker, because it would hold up the page. */
export class SearchClient {
  readonly #base: string;

  /** @param base the site's base path: `/`, or `/some/base/` */
  constructor(base: string) {
    this.#base = base;
  }

  /** Starts loading the search, because it is likely to be used. */
  warmUp(): void {
    warmUp(this.#base);
  }

  /** Loads what the reader may need for the next keys: see `prefetchForTyping`. */
  prefetch(typed: string, signal: AbortSignal): void {
    // A search reports failures.
    void this.#ask<never>({ prefetch: typed }, signal)
      .next()
      .catch(() => undefined);
  }

  /** Searches, and yields better and better results: see `SearchEngine.search`. */
  async *search(request: SearchRequest, signal?: AbortSignal): AsyncGenerator<SearchResult, void, undefined> {
    try {
      yield* this.#ask<SearchResult>({ search: request }, signal);
    } catch {
      yield { state: 'unavailable' };
    }
  }

  /** Returns the facets of everything in the index; `undefined` if it could not be loaded. */
  async allFacets(): Promise<Facets | undefined> {
    for await (const result of this.search({ query: '', limit: 0 })) {
      if (result.state === 'found') return result.facets;
    }
    return undefined;
  }

  /**
   * Finds the agents for a task: see `AgentFinder`.
   * @throws Error if a part of the index cannot be loaded
   */
  async findAgents(task: string): Promise<FoundAgents> {
    for await (const found of this.#ask<FoundAgents>({ find: task })) return found;
    throw new Error('The worker has not answered.');
  }

  /**
   * Yields the worker's answers. If several come before the page is ready for the next, it gets only the last of them.
   * @param signal ends the answers, and the work on them
   * @throws Error if the worker cannot answer
   */
  async *#ask<Answer>(question: Question, signal?: AbortSignal): AsyncGenerator<Answer, void, undefined> {
    const worker = startWorker(this.#base);
    const { port1: port, port2 } = new MessageChannel();
    const left = new AbortController();
    let newest: Answer | undefined;
    let end: 'complete' | 'failed' | undefined;
    let news = Promise.withResolvers<undefined>();
    const receive = (message: AnswerMessage<Answer>) => {
      if ('end' in message) end = message.end;
      else newest = message.answer;
      news.resolve(undefined);
    };
    const endWith = (how: 'complete' | 'failed') => () => {
      receive({ end: how });
    };
    port.addEventListener('message', ({ data }: MessageEvent<AnswerMessage<Answer>>) => {
      receive(data);
    });
    port.start();
    worker.addEventListener('error', endWith('failed'), { signal: left.signal });
    signal?.addEventListener('abort', endWith('complete'), { signal: left.signal });
    worker.postMessage(question, [port2]);
    try {
      while (signal?.aborted !== true && (newest !== undefined || end === undefined)) {
        if (newest === undefined) {
          await news.promise;
          news = Promise.withResolvers();
        } else {
          const answer = newest;
          newest = undefined;
          yield answer;
        }
      }
      if (end === 'failed') throw new Error('The search cannot be loaded.');
    } finally {
      port.postMessage('stop');
      port.close();
      left.abort();
    }
  }
}
