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

/** Memory limit of a worker, in megabytes: a text that needs more ends the worker and not the build. */
const MAX_WORKER_MEMORY = 512;

/** Node runs the file as it is. The build's bundles do not include it, because they would change its location. */
const script = join(process.cwd(), 'src/diagrams/diagram-worker.ts');

/** Number of workers. More would compete for memory. */
export const poolSize = Math.min(availableParallelism(), 4);

/** Lays out one diagram after another. The thread starts with the first one, and never delays the end of the process. */
class PoolWorker {
  /** Number of diagrams that are waiting or being laid out. */
  queued = 0;
  #thread: Worker | undefined;
  #previous: Promise<unknown> = Promise.resolve();

  layOut(source: DiagramSource, timeLimit: number): Promise<LayoutAttempt> {
    this.queued += 1;
    const attempt = this.#previous
      .then(() => this.#run(source, timeLimit))
      .finally(() => {
        this.queued -= 1;
      });
    this.#previous = attempt;
    return attempt;
  }

  #run(source: DiagramSource, timeLimit: number): Promise<LayoutAttempt> {
    const thread = (this.#thread ??= startThread());
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        fail(`it took longer than ${String(timeLimit / 1000)} seconds`, timeLimit);
      }, timeLimit);
      const end = (layout: Layout, cacheable: boolean) => {
        clearTimeout(timer);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
        resolve({ layout, cacheable });
      };
      const fail = (reason: string, limit?: number) => {
        this.#thread = undefined;
        void thread.terminate();
        const error = `This diagram could not be drawn: ${reason}`;
        end(limit === undefined ? { error } : { error, limit }, limit !== undefined);
      };
      const onMessage = (layout: Layout) => {
        end(layout, true);
      };
      const onError = (error: unknown) => {
        fail(error instanceof Error ? error.message : String(error));
      };
      const onExit = () => {
        fail('its worker ended unexpectedly');
      };
      thread.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
      thread.postMessage(source);
    });
  }
}

const pool = Array.from({ length: poolSize }, () => new PoolWorker());

/**
 * Lays out a Mermaid text in the worker with the shortest queue.
 * @param timeLimit in milliseconds
 */
export function layOutInWorker(source: DiagramSource, timeLimit = MAX_LAYOUT_MILLISECONDS): Promise<LayoutAttempt> {
  return pool.reduce((idlest, worker) => (worker.queued < idlest.queued ? worker : idlest)).layOut(source, timeLimit);
}

function startThread(): Worker {
  return new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MAX_WORKER_MEMORY } });
}
