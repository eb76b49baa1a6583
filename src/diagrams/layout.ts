/* The layout of a diagram, and the constants that several steps of drawing share. */

/** Placeholder in a layout for the id of the diagram. */
export const ID_PLACEHOLDER = 'diagram';

/**
 * A drawn Mermaid text before it becomes part of a page: the content of an SVG, in which nodes have their names
 * (`data-node`). Sizes are in pixels. If the time limit was exceeded, `limit` is that limit in milliseconds. If the text
 * is correct but of a kind that this site cannot draw, `isUnsupported` is true.
 */
export type Layout =
  | { shapes: string; width: number; height: number }
  | { error: string; limit?: number; isUnsupported?: true };

/**
 * Time limit for one diagram, in milliseconds. A large one takes two seconds. The limit only ends what would never
 * finish: on a machine that is very busy, two builds must not differ.
 */
export const MAX_LAYOUT_MILLISECONDS = 300_000;

/** Default size of text, in pixels. */
export const FONT_SIZE = 14;
