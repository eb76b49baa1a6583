import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LONGEST_TIME, type Layout } from './layout.ts';

/** What came of a text. */
export interface Outcome {
  layout: Layout;
  /** The time that it took. */
  milliseconds: number;
  /** Whether it would be the same again, given no more time: a thread may have ended for other reasons. */
  lasting: boolean;
}

/** More than any diagram needs, in megabytes: a text that explodes ends the thread, not the build. */
const MOST_MEMORY = 512;

/** Node reads it as it is. It has no part in the build's bundles, where its own address would not be found. */
const script = join(process.cwd(), 'src/diagrams/worker.ts');

/** How many threads draw. More than these would fight over memory rather than share the work. */
export const artistCount = Math.min(availableParallelism(), 4);

/** A thread that draws one diagram after the other. It starts with its first and never keeps the process alive. */
class Artist {
  /** Diagrams that wait or are being drawn. */
  waiting = 0;
  #worker: Worker | undefined;
  #previous: Promise<unknown> = Promise.resolve();

  layOut(text: string, time: number): Promise<Outcome> {
    this.waiting += 1;
    const outcome = this.#previous
      .then(() => this.#drawNow(text, time))
      .finally(() => {
        this.waiting -= 1;
      });
    this.#previous = outcome;
    return outcome;
  }

  #drawNow(text: string, time: number): Promise<Outcome> {
    const begin = performance.now();
    const worker = (this.#worker ??= start());
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        giveUp(`it took longer than ${String(time / 1000)} seconds`, time);
      }, time);
      const end = (layout: Layout, lasting: boolean) => {
        clearTimeout(timer);
        worker.off('message', finish).off('error', fail).off('exit', leave).unref();
        resolve({ layout, lasting, milliseconds: performance.now() - begin });
      };
      const finish = (layout: Layout) => {
        end(layout, true);
      };
      const giveUp = (reason: string, limit?: number) => {
        this.#worker = undefined;
        void worker.terminate();
        const error = `This diagram could not be drawn: ${reason}`;
        end(limit === undefined ? { error } : { error, limit }, limit !== undefined);
      };
      const fail = (error: unknown) => {
        giveUp(error instanceof Error ? error.message : String(error));
      };
      const leave = () => {
        giveUp('its thread has ended');
      };
      worker.on('message', finish).on('error', fail).on('exit', leave).ref();
      worker.postMessage(text);
    });
  }
}

const artists = Array.from({ length: artistCount }, () => new Artist());

/** Draws a diagram in a thread of its own: the first that has nothing to do, or else the one with the least. */
export function layOutInWorker(text: string, time = LONGEST_TIME): Promise<Outcome> {
  return artists.reduce((idlest, artist) => (artist.waiting < idlest.waiting ? artist : idlest)).layOut(text, time);
}

function start(): Worker {
  return new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
}
