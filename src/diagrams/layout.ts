/** Stands in a layout where the id of the diagram goes. */
export const ID_PLACE = 'diagram';

/**
 * What a Mermaid text looks like, before it is part of a page: the inside of an SVG, in which nodes bear their
 * names (`data-node`). Sizes are in pixels.
 */
export type Layout = { shapes: string; width: number; height: number } | { error: string };

/** The size of text, in pixels, where nothing else is said. */
export const FONT_SIZE = 14;
