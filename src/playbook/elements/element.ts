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

/** What a recogniser knows about a block besides its markdown. */
export interface Context {
  /** Titles of the headings above, from the outermost to the nearest. */
  headings: readonly string[];
  /**
   * The label directly above, without its colon: a paragraph that is short enough for a title, such as `Production
   * checklist:`; empty if there is none.
   */
  label: string;
  /** The label above the label, if several lists with labels follow it: `Review checklist`; absent or empty if there is none. */
  labelAbove?: string;
  /**
   * The introduction: the last sentence of the paragraph directly above, without its colon, such as `When done, report`.
   * Empty if no colon ends the paragraph. A label with a colon is also an introduction.
   */
  introduction: string;
  /** The start of the paragraph directly above; absent or empty if there is none. */
  textAbove?: string;
  /** Names of the folder's agents, in lower case: of a word without a hyphen, only they tell whether it is a name. */
  names: ReadonlySet<string>;
}

/** An element as its recogniser returns it: without its lines in the file, and without a title if it has none of its own. */
export type Recognised<Type extends ElementBase> = Omit<Type, keyof ElementBase> & { title?: string };

/**
 * Returns an element if a block of markdown is one, else `undefined`: the block then stays prose or code. Decides by
 * shape alone, never by an agent's name.
 */
export type Recogniser<Type extends ElementBase> = (
  node: RootContent,
  context: Context,
) => Recognised<Type> | undefined;

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
export interface ElementDefinition<Type extends ElementBase> {
  /** The kind in a sentence, in lower case: one element, and several. */
  name: { one: string; many: string };
  recognise: Recogniser<Type>;
  /** Returns the text of an element, one line for each of its parts, for search. */
  textLines: (element: Type) => string[];
  /** Returns the parts of an element that may name agents, for the roster. */
  references: (element: Type) => ElementReference[];
}

/** Returns the title of the heading that a block is below; empty if there is none. */
export function nearestHeading({ headings }: Context): string {
  return headings.at(-1) ?? '';
}

/** Returns the title of the heading above the nearest one; empty if there is none. */
export function outerHeading({ headings }: Context): string {
  return headings.at(-2) ?? '';
}

/** Returns the label directly above, or else the nearest heading; empty if there is neither. */
export function nearestTitle({ headings, label }: Context): string {
  return label || (headings.at(-1) ?? '');
}

/** Maximum number of words of a label that is a title: a longer one is a sentence, unless it is a case. */
const MAX_LABEL_WORDS = 8;

/** Matches labels that are a case: "When the oven is cold". */
const caseLabel = /^(?:if|when|whenever|for|after|before|once|while)\b[^,]*$/i;

/** Returns the label directly above; the nearest heading if there is no label, or if the label is a sentence. */
export function shortTitle(context: Context): string {
  const heading = nearestHeading(context);
  const isSentence = context.label.split(' ').length > MAX_LABEL_WORDS && !caseLabel.test(context.label);
  return heading !== '' && isSentence ? heading : nearestTitle(context);
}

/** Returns the headings above and the label, from the outermost to the nearest. */
export function titlesAbove({ headings, label }: Context): string[] {
  return label === '' ? [...headings] : [...headings, label];
}
