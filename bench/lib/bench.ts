/** Something to measure. */
export interface Bench {
  /** What it measures, for the list of benches. */
  readonly about: string;
  /** How often it measures each thing, unless told. */
  readonly runs: number;
  /**
   * Measures, and prints what it found.
   * @throws if something cannot be measured
   */
  readonly run: (runs: number, options?: BenchOptions) => Promise<void>;
}

/** What is said on the command line beside the benches' names. */
export interface BenchOptions {
  /** A file that the bench reads instead of its own. */
  readonly file?: string;
}
