/* Lays out diagrams in a pool of worker threads, with a time and a memory limit for each. */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MAX_LAYOUT_MILLISECONDS, type Layout } from './layout.ts';
import type { DiagramSource } from './request.ts';

/** The result of laying out one Mermaid text. */
export interface LayoutAttempt {
  layout: Layout;
  /** Whether another attempt with the same time limit would end the same way. Not if the worker ended unexpectedly. */
  cacheable: boolean;
}

/** A text that waits for a thread. */
export interface LayoutJob {
  readonly source: DiagramSource;
  readonly attempt: Promise<LayoutAttempt>;
}

/** Memory limit of a worker, in megabytes: a text that needs more ends the worker and not the build. */
const MAX_WORKER_MEMORY = 512;

/** Maximum number of threads by default. More would compete for memory. */
const MAX_THREADS = Math.min(availableParallelism(), 4);

/** Waiting texts that are worth another thread: loading Mermaid takes as long as drawing about so many. */
const TEXTS_WORTH_A_THREAD = 20;

/** Node runs the file as it is. The build's bundles do not include it, because they would change its location. */
const script = join(process.cwd(), 'src/diagrams/diagram-worker.ts');

type Waiting = LayoutJob & { end: (attempt: LayoutAttempt) => void };

/** Threads that take the next text as soon as they are free. They never delay the end of the process. */
export class WorkerPool {
  readonly #maxThreads: number;
  readonly #timeLimit: number;
  readonly #textsPerThread: number;
  /** Texts that a page waits for. They go first. */
  readonly #urgent = new Set<Waiting>();
  readonly #later = new Set<Waiting>();
  #running = 0;
  #idle: Worker[] = [];

  /** @param options.timeLimit for one text, in milliseconds */
  constructor({
    maxThreads = MAX_THREADS,
    textsPerThread = TEXTS_WORTH_A_THREAD,
    timeLimit = MAX_LAYOUT_MILLISECONDS,
  } = {}) {
    this.#maxThreads = maxThreads;
    this.#textsPerThread = textsPerThread;
    this.#timeLimit = timeLimit;
  }

  /** Adds a text. Nothing waits for it until it is made urgent. */
  add(source: DiagramSource): LayoutJob {
    const { promise: attempt, resolve: end } = Promise.withResolvers<LayoutAttempt>();
    const job = { source, attempt, end };
    this.#later.add(job);
    this.#startNext();
    return job;
  }

  /** Lays out a text before those that nothing waits for. */
  makeUrgent(job: LayoutJob): void {
    const waiting = job as Waiting;
    if (this.#later.delete(waiting)) this.#urgent.add(waiting);
  }

  #startNext(): void {
    const waiting = this.#urgent.size + this.#later.size;
    if (waiting === 0) return;
    let thread = this.#idle.pop();
    if (!thread && this.#running < this.#maxThreads && waiting > this.#running * this.#textsPerThread)
      thread = startThread();
    if (!thread) return;
    const [job] = this.#urgent.size > 0 ? this.#urgent : this.#later;
    if (!job) return;
    this.#urgent.delete(job);
    this.#later.delete(job);
    this.#run(thread, job);
  }

  #run(thread: Worker, { source, end }: Waiting): void {
    const timeLimit = this.#timeLimit;
    this.#running += 1;
    const finish = (attempt: LayoutAttempt, isUsable: boolean) => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      this.#running -= 1;
      if (isUsable) this.#idle.push(thread);
      else void thread.terminate();
      end(attempt);
      this.#startNext();
    };
    const fail = (reason: string, limit?: number) => {
      const error = `This diagram could not be drawn: ${reason}`;
      finish({ layout: limit === undefined ? { error } : { error, limit }, cacheable: limit !== undefined }, false);
    };
    const timer = setTimeout(() => {
      fail(`it took longer than ${String(timeLimit / 1000)} seconds`, timeLimit);
    }, timeLimit);
    const onMessage = (layout: Layout) => {
      finish({ layout, cacheable: true }, true);
    };
    const onError = (error: unknown) => {
      fail(error instanceof Error ? error.message : String(error));
    };
    const onExit = () => {
      fail('its worker ended unexpectedly');
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    thread.postMessage(source);
  }
}

function startThread(): Worker {
  return new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MAX_WORKER_MEMORY } });
}
