/** A measurement that prints its results. */
export interface Bench {
  /** The description in the list of benches. */
  readonly about: string;
  /** The default number of measurements of each thing. */
  readonly runs: number;
  /**
   * Measures and prints the results.
   * @throws Error if something cannot be measured
   */
  readonly run: (runs: number, options?: BenchOptions) => Promise<void>;
}

/** The options of the command line. */
export interface BenchOptions {
  /** A file that the bench reads instead of its own. */
  readonly file?: string;
  /** A folder of agents to use instead of the project's own. */
  readonly agents?: string;
  /** The folder of a built site of another tool, to measure beside this one. */
  readonly beside?: string;
}
