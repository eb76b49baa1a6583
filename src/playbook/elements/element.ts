import type { RootContent } from 'mdast';

/** What every element has. */
export interface ElementBase {
  /** Its part of its id, unique in its file: `rust-quality-gates`. */
  slug: string;
  title: string;
  /** Anchor of the section that it stands in; empty before the first heading. */
  section: string;
  /** First and last line in the file. */
  from: number;
  to: number;
}

/** Where a recogniser finds itself. */
export interface Place {
  /** Titles of the headings above, from the outermost to the nearest. */
  headings: readonly string[];
}

/** An element before it has a place in its file: a recogniser knows what it is, not where. */
export type Recognised<Kind extends ElementBase> = Omit<Kind, keyof ElementBase> & { title?: string };

/**
 * Looks at one block of markdown and answers with an element, or with nothing: then the block stays what it
 * was. Decides by shape alone, never by an agent's name.
 */
export type Recogniser<Kind extends ElementBase> = (node: RootContent, place: Place) => Recognised<Kind> | undefined;

/** The nearest heading above; empty if there is none. */
export function nearestHeading({ headings }: Place): string {
  return headings.at(-1) ?? '';
}
