import type { Accent } from '../playbook/accent.ts';

/** The picture that other sites show beside a link to a page. */
export interface Card {
  /** The kind of thing that the page is about: "Agent", "Quality gate". */
  kind: string;
  title: string;
  /** The accent and the monogram of the agent; absent on the card of the whole site. */
  agent?: { accent: Accent; monogram: string };
  /** A text, or the parts of an element with the mark of their kind. */
  content: { text: string } | { mark: 'box' | 'number' | 'dot'; items: readonly string[] };
  /** At the foot: where it comes from, and the title of the site. */
  foot: readonly [left: string, right: string];
}
