import type { RootContent } from 'mdast';
import type { Route } from './route.ts';

/** The properties that all kinds of element share. */
export interface ElementBase {
  /** Its part of its id, unique in its file: `rust-quality-gates`. */
  slug: string;
  title: string;
  /** Anchor of the section that contains it; empty before the first heading. */
  section: string;
  /** First and last line in the file. */
  from: number;
  to: number;
}

/** Where a block is in its file, for a recogniser. */
export interface Context {
  /** Titles of the headings above, from the outermost to the nearest. */
  headings: readonly string[];
  /** The label directly above, without its colon: `Production checklist`; empty if there is none. */
  label: string;
  /** A label above that other labels follow, each with a list: `Review checklist`; absent or empty if there is none. */
  labelAbove?: string;
  /** The last sentence of the paragraph directly above, without its colon, if it introduces the block; often the label. */
  intro: string;
  /** The start of the paragraph directly above; absent or empty if there is none. */
  textAbove?: string;
  /** Names of the folder's agents, in lower case: of a word without a hyphen, only they tell whether it is a name. */
  names: ReadonlySet<string>;
}

/** An element as its recogniser returns it: without its place in the file, and without a title if it has none. */
export type Recognised<Kind extends ElementBase> = Omit<Kind, keyof ElementBase> & { title?: string };

/**
 * Returns an element if a block of markdown is one, else `undefined`: the block then stays prose or code. Decides by
 * shape alone, never by an agent's name.
 */
export type Recogniser<Kind extends ElementBase> = (node: RootContent, context: Context) => Recognised<Kind> | undefined;

/** A part of an element that names agents. */
export interface ElementReference {
  kind: 'delegation' | 'collaboration' | 'answer' | 'workflow' | 'flow';
  /** The agents and roles that it names. */
  route: Route | undefined;
  /** The task, the step, or the question with its answer. */
  text: string;
  line: number;
}

/** All that the playbook needs to know about a kind of element: a row of the table in `kinds.ts`. */
export interface ElementDefinition<Kind extends ElementBase> {
  /** The kind in a sentence, in lower case: one element, and several. */
  name: { one: string; many: string };
  recognise: Recogniser<Kind>;
  /** Returns the text of an element, one line for each of its parts, for search. */
  textLines: (element: Kind) => string[];
  /** Returns the parts of an element that may name agents, for the roster. */
  references: (element: Kind) => ElementReference[];
}

/** Returns the label directly above, or else the nearest heading; empty if there is neither. */
export function nearestTitle({ headings, label }: Context): string {
  return label || (headings.at(-1) ?? '');
}

/** A longer label is a sentence that only introduces what follows, unless it is a case: "When the oven is cold". */
const MAX_LABEL_WORDS = 8;
const caseLabel = /^(?:if|when|whenever|for|after|before|once|while)\b[^,]*$/i;

/** Returns the label directly above, or the nearest heading if there is no label, or a sentence, which says less. */
export function shortTitle(context: Context): string {
  const heading = context.headings.at(-1) ?? '';
  const isSentence = context.label.split(' ').length > MAX_LABEL_WORDS && !caseLabel.test(context.label);
  return heading !== '' && isSentence ? heading : nearestTitle(context);
}

/** Returns the headings above and the label, from the outermost to the nearest. */
export function titlesAbove({ headings, label }: Context): string[] {
  return label === '' ? [...headings] : [...headings, label];
}
