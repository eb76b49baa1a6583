/** What the site adds to a node of a diagram. */
export interface DiagramNode {
  /** The node's id in the Mermaid text. */
  id: string;
  /** Where the node leads: an address on this site. */
  href?: string;
  /** One of the agents' colours: red, blue, green, yellow, purple, orange, pink, cyan. */
  accent?: string;
  /** The link's name for those who hear it; the text of the node where it is left out. */
  label?: string;
}

/** A diagram to be drawn. */
export interface DiagramRequest {
  /** Mermaid source. */
  text: string;
  /** Prefix of all ids in the SVG; unique on its page. */
  id: string;
  title: string;
  description: string;
  nodes?: readonly DiagramNode[];
}

/** The picture, its size in pixels; or Mermaid's own message, in one line, with its line number if that is known. */
export type Drawing = { svg: string; width: number; height: number } | { error: string };
