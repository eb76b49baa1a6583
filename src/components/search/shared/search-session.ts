import type { SearchEngine } from '../../../search/browser/engine.ts';
import type { SearchOutcome } from '../../../search/query/result-types.ts';
import { announce } from '../../../lib/announce.ts';
import { savesData } from '../../../lib/connection.ts';
import { sayOutcome } from './messages.ts';
import type { Question } from './search-address.ts';

/** Keys that are struck together are one question; in milliseconds, less than anyone notices. */
const SEARCH_DELAY = 15;
/** Pause before the number of results is announced, so that typing is not interrupted. */
const ANNOUNCE_DELAY = 600;

/** Asks the engine one question after another; an answer that comes after a newer question is dropped. */
export class SearchSession {
  readonly #engine: SearchEngine;
  readonly #show: (outcome: SearchOutcome, question: Question) => void;
  /** Counts questions. */
  #latest = 0;
  /** Ends what is loaded for the question after the latest. */
  #loading?: AbortController;
  #asking?: ReturnType<typeof setTimeout>;
  #announcing?: ReturnType<typeof setTimeout>;

  /**
   * @param show called with each answer that is still wanted, and perhaps before that with the same answer
   *   without excerpts; it is announced when no other follows soon
   */
  constructor(engine: SearchEngine, show: (outcome: SearchOutcome, question: Question) => void) {
    this.#engine = engine;
    this.#show = show;
  }

  /** @param limit most results wanted */
  ask(question: Question, limit: number): void {
    this.drop();
    // Whoever reads the screen aloud notices only changes of a region that was there before.
    announce('');
    const number = this.#latest;
    this.#asking = setTimeout(() => void this.#ask(number, question, limit), SEARCH_DELAY);
  }

  /** Whatever was asked, nobody waits for the answer any more. */
  drop(): void {
    this.#latest++;
    this.#loading?.abort();
    clearTimeout(this.#asking);
    clearTimeout(this.#announcing);
  }

  async #ask(number: number, question: Question, limit: number) {
    const early = (outcome: SearchOutcome) => {
      if (number === this.#latest) this.#show(outcome, question);
    };
    const answering = this.#engine.search({ ...question, limit, early });
    this.#loading = new AbortController();
    if (!savesData()) this.#engine.loadAhead(question.query, this.#loading.signal);
    const outcome = await answering;
    if (number !== this.#latest) return;
    this.#show(outcome, question);
    this.#announcing = setTimeout(() => {
      announce(sayOutcome(outcome, question));
    }, ANNOUNCE_DELAY);
  }
}
