import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Layout } from './layout.ts';

/** What came of a text. */
export interface Outcome {
  layout: Layout;
  /** The time that it took. */
  milliseconds: number;
  /** Whether it would be the same again: a busy machine may be too slow only once. */
  lasting: boolean;
}

/**
 * How long one diagram may take, in milliseconds. A large one takes two seconds, and a busy machine has been seen
 * to take five times that; what takes longer than this would not end at all.
 */
const LONGEST_TIME = 25_000;

/** More than any diagram needs, in megabytes: a text that explodes ends the thread, not the build. */
const MOST_MEMORY = 512;

/** Node reads it as it is. It has no part in the build's bundles, where its own address would not be found. */
const script = join(process.cwd(), 'src/diagrams/worker.ts');

let worker: Worker | undefined;
let previous: Promise<unknown> = Promise.resolve();

/** Draws one diagram after the other, in a thread that starts with the first and never keeps the process alive. */
export function layOutInWorker(text: string, time = LONGEST_TIME): Promise<Outcome> {
  const outcome = previous.then(() => drawNow(text, time));
  previous = outcome;
  return outcome;
}

function drawNow(text: string, time: number): Promise<Outcome> {
  const begin = performance.now();
  worker ??= start();
  const artist = worker;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      giveUp(`it took longer than ${String(time / 1000)} seconds`);
    }, time);
    const end = (layout: Layout, lasting: boolean) => {
      clearTimeout(timer);
      artist.off('message', finish).off('error', fail).off('exit', leave).unref();
      resolve({ layout, lasting, milliseconds: performance.now() - begin });
    };
    const finish = (layout: Layout) => {
      end(layout, true);
    };
    const giveUp = (reason: string) => {
      worker = undefined;
      void artist.terminate();
      end({ error: `This diagram could not be drawn: ${reason}` }, false);
    };
    const fail = (error: unknown) => {
      giveUp(error instanceof Error ? error.message : String(error));
    };
    const leave = () => {
      giveUp('its thread has ended');
    };
    artist.on('message', finish).on('error', fail).on('exit', leave).ref();
    artist.postMessage(text);
  });
}

function start(): Worker {
  return new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
}
