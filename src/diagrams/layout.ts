/** Stands in a layout where the id of the diagram goes. */
export const ID_PLACE = 'diagram';

/**
 * What a Mermaid text looks like, before it is part of a page: the inside of an SVG, in which nodes bear their
 * names (`data-node`). Sizes are in pixels. Where it was not finished in time, `limit` says in how many milliseconds.
 */
export type Layout = { shapes: string; width: number; height: number } | { error: string; limit?: number };

/**
 * How long one diagram may take, in milliseconds. A large one takes two seconds, and a busy machine has been seen
 * to take five times that; what takes longer than this would not end at all.
 */
export const LONGEST_TIME = 25_000;

/** The size of text, in pixels, where nothing else is said. */
export const FONT_SIZE = 14;
