import type { SearchOutcome } from '../../../search/query/result-types.ts';
import { element } from '../../../lib/dom.ts';
import { sayCount, sayOutcome } from './messages.ts';
import { writeQuestion, type Question } from './search-address.ts';

/**
 * The line above the results. A query whose spelling was mended can be searched as it was written: in quotes
 * it is taken literally.
 * @param searchPage address of the search page
 */
export function renderStatus(outcome: SearchOutcome, question: Question, searchPage: string): (Node | string)[] {
  if (outcome.state === 'found' && outcome.isPartial) return [`${sayCount(outcome.total)} so far`];
  if (outcome.state !== 'found' || outcome.corrected === undefined) return [sayOutcome(outcome, question)];
  const { query, filters } = question;
  const literally = searchPage + writeQuestion({ query: `"${query.replaceAll('"', '')}"`, filters });
  return [
    `${sayCount(outcome.total)} for `,
    element('strong', {}, outcome.corrected),
    '. ',
    element('a', { href: literally, 'data-here': '' }, `Search for “${query}” instead`),
  ];
}
