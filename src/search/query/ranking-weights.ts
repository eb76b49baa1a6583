import type { ResultKind } from '../format/result-kinds.ts';
import type { PagefindOptions } from '../pagefind/api.ts';

/** All numbers that decide what a search finds first. `npm run bench -- judgements` shows what a change does. */

/** Pagefind's own weights. Its defaults are made for whole pages, not for records of a few lines. */
export const pagefindRanking: PagefindOptions['ranking'] = {
  // A word counts more if a record repeats it, but only a few times.
  termFrequency: 0.8,
  termSaturation: 1.4,
  // A long section is no worse than a short one: it may be the one about the topic.
  pageLength: 0.5,
  termSimilarity: 1.2,
  metaWeights: {
    // The title says what a record is about.
    title: 6,
    // `select!` as a symbol is an exact match.
    symbols: 3,
    // A heading above is about more than this section.
    trail: 1,
    kind: 0.6,
    // Code uses much that it is not about.
    code: 0.1,
    // Records that cover a topic match by their own words, and better.
    asked: 0.1,
    // Every section of `rust-pro` has that name: it restricts the results but does not order them.
    agent: 0.3,
  },
};

/** Multiplies the scores of matches of a rewritten query. */
export const variantWeights = {
  asTyped: 1,
  /** `security-auditor` as one word: a name, which is likelier than two words that occur together. */
  compound: 1.15,
  /** Another spelling, or another word with the same meaning. */
  variant: 0.95,
  /** Only some of the words. */
  partial: 0.45,
} as const;

/** Added to the score of a record for each symbol that it contains, so that it outranks those with only its letters. */
export const SYMBOL_SCORE = 2;

/** With fewer matches of all words than this, matches of some words are added. */
export const ENOUGH_MATCHES = 8;

/** Partial matches with less than this share of the best one's words are about something else. */
export const MIN_PARTIAL_SHARE = 0.4;

/** Multiplied with `matchWord`'s result to compute the share of words in a title. */
export const matchWeights = { same: 1, form: 0.9, prefix: 0.8 } as const;

/** How well a query names an agent: see `nameMatch`. */
export const nameWeights = {
  same: 1,
  /** "go" is rather `go-expert` than `golang-pro`. */
  prefix: 0.6,
  /** Too little to come before a section whose title has the word itself. */
  form: 0.4,
  /** The part that depends on how much of the name the query has. */
  coverage: 0.5,
  /** The whole name is among other words. */
  amongOthers: 0.6,
  /** Several of the query's words are in the name. */
  part: 0.4,
} as const;

/** An agent that the query names at least so well is a result even if nothing else of the query is in its text. */
export const MIN_NAMED = 0.4;

/** The score of a local match, 0 to 1: a rough order, because the best ones are ranked by their titles again. */
export const localWeights = { anywhere: 0.5, inTitle: 0.5 } as const;

/** Added to Pagefind's score, which is between 0 and 1. */
export const weights = {
  /** The query names the agent. Part of a name is worth more than all that a section can have. */
  agentName: 8,
  /** The title is exactly the query. */
  title: 1.6,
  /** The title contains the words one after the other. */
  titleInOrder: 0.5,
  /** The title begins with a typed compound: `rust-sys` is half of one. */
  titleBegins: 0.8,
  /** The title contains all words. A part counts by the square of its share: one word of three counts little. */
  titleWords: 1,
  /** The title, the headings above it and the agent's name together contain all words; a part counts as above. */
  trailWords: 0.5,
  /** The record contains the words one after the other. */
  inOrder: 0.8,
  /** The record contains all words anywhere; a part counts as above. */
  allWords: 1,
  /** The roster entry of an agent that has a file: the agent itself is the better result. */
  rosterOfAgent: -0.8,
  /** The record contains a typed symbol. */
  symbol: 0.6,
  symbolInTitle: 0.5,
  /** The record is of a kind that the query names in addition to its subject. */
  namedKind: 0.5,
  /** The record is of a kind that the query asks for: "who" asks for an agent. Replaces the kind's own weight. */
  requestedKind: 0.6,
  /** The query is only the name of a kind: all things of that kind are meant. */
  kindAlone: 5,
  /** Multiplies the title's part of the score if a typed symbol is missing: `// SAFETY:` is not "safety". */
  lettersAlone: 0.2,
} as const;

/** Orders equally good results: things to work with come before texts, and definitions before lists of references. */
export const kindWeights: Record<ResultKind, number> = {
  agent: 0.02,
  section: 0.1,
  'decision-tree': 0.15,
  flow: 0.18,
  gate: 0.15,
  template: 0.12,
  message: 0,
  delegation: 0.12,
  roster: 0,
  // A topic is found by its title; for its synonyms there are better results.
  topic: -0.6,
  guide: -0.8,
};

/** Maximum number of records with the same kind and title among the first results, because many agents share headings. */
export const MAX_SAME_TITLE = 3;

/** The weight of a record with a word of a task, as evidence for its agent. Delegated tasks are evidence for others. */
export const evidenceWeights: Record<ResultKind, number> = {
  agent: 1,
  section: 0.7,
  'decision-tree': 0.4,
  flow: 0.5,
  gate: 0.6,
  template: 0.4,
  message: 0.2,
  delegation: 0,
  roster: 0.4,
  topic: 0,
  guide: 0,
};

/** The parts of an agent's score for a task. */
export const taskWeights = {
  /** The words of the task that its file contains, each where it counts most. */
  words: 1,
  /** The words that its best record contains: words that occur together mean more. */
  together: 0.5,
  /** The words that its description and its examples contain: there the author says when to call it. */
  description: 1,
  /** How much of its file is about the task's topics, compared with the agent that says most about them. */
  topics: 0.3,
  /** With a smaller share of the task's words, an agent does not fit. */
  minShare: 0.4,
  /** The same if parts of its file are about a topic that the task names. */
  minShareWithTopic: 0.35,
} as const;

/** Number of Pagefind's best matches that are ranked; the others follow in its order. */
export const RANKED_FROM_HEADS = 60;

/** The same where heads are not in the manifest, because each may need a request. */
export const RANKED_FROM_RECORDS = 8;

/** Number of best matches whose texts are searched for a word before it counts as unknown. */
export const UNKNOWN_WORD_DEPTH = 4;

/** The value of a line as a snippet. */
export const snippetWeights = {
  /** For each phrase or symbol. */
  exact: 20,
  /** For each distinct word. */
  word: 10,
  /** For each occurrence, up to `maxOccurrences`. */
  occurrence: 1,
  maxOccurrences: 5,
} as const;
