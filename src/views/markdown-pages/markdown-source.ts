import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import type { GuideEntry } from './guide-markdown.ts';

/** The data that the markdown pages are made of. */
export interface MarkdownSource {
  playbook: Playbook;
  topics: Topics;
  /** The pages of the guide, in order. */
  guide: readonly GuideEntry[];
  /** The samples of the guide, by the names of their files. */
  samples: ReadonlyMap<string, string>;
}
