/* A diagram that a page requests, and the drawing that it receives. */

/** Data that the site adds to a node of a diagram. */
export interface DiagramNode {
  /** The node's id in the Mermaid text. */
  id: string;
  /** Makes the node a link. A URL on this site. */
  href?: string;
  /** One of the agents' colours: red, blue, green, yellow, purple, orange, pink, cyan. */
  accent?: string;
  /** The link's accessible name; by default, the text of the node. */
  label?: string;
}

/** A Mermaid text, and how its nodes are arranged. */
export interface DiagramSource {
  /** Mermaid source. */
  text: string;
  /**
   * `columns`: a decision tree, one column for each level. `steps`: a flow from top to bottom, in wide nodes. By default
   * as Mermaid arranges diagrams of its kind. It cannot be part of the text, in which it would be ignored elsewhere.
   */
  arrangement?: 'columns' | 'steps';
}

export interface DiagramRequest extends DiagramSource {
  /** Prefix of all ids in the SVG; unique on its page. */
  id: string;
  title: string;
  description: string;
  nodes?: readonly DiagramNode[];
}

/**
 * An SVG and its size in pixels, or Mermaid's error message in one line, with a line number if it gives one. If the text
 * is correct but of a kind that this site cannot draw, `isUnsupported` is true.
 */
export type Drawing = { svg: string; width: number; height: number } | { error: string; isUnsupported?: true };
