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
  readonly run: (runs: number) => Promise<void>;
}
