/** An entry of a list that agents are compared by. */
export interface ComparedItem {
  text: string;
  /** What it is without details such as the depth; absent if that is its text. */
  key?: string;
  /** Absent if there is no page for it. */
  href?: string;
}

/** A section of a system prompt, without the sections below it. */
export interface ComparedSection {
  title: string;
  href: string;
  /** Its text without markup, line by line. */
  text: string;
}

/** The data of one agent in a comparison: the build writes a file of it for each agent. */
export interface ComparedAgent {
  id: string;
  name: string;
  href: string;
  accent: string;
  monogram: string;
  file: string;
  purpose: string;
  model: string;
  /** What it may do, in words. */
  access: ComparedItem[];
  /** The names of its tools, without those that it may not use; or that it has all of them. */
  tools: ComparedItem[];
  /** Each topic with its depth. */
  topics: ComparedItem[];
  elements: ComparedItem[];
  cost: ComparedItem[];
  sections: ComparedSection[];
}
