import { stopWords } from './stop-words.ts';

/** Words that ask for an agent or a person: "which agent", "the right specialist for". */
const askedFor = /^(?:agents?|specialists?|experts?|somebody|someone|who(?:m|se|'s|'ll|'d)?)$/;

/** Words that occur in any request for an agent: "who can help with", "which agent handles". */
const requestWords = new Set(
  (
    'answers ask asked best bring call called care charge consult contact cover covers deal deals give hand handle ' +
    'handles handling help helps involve involved know knows pass pick prefer right responsible send specialises ' +
    'specializes take takes talk tell treat treats turn use work works'
  ).split(' '),
);

/** After these words comes the subject, even if it begins with a request word, as "use after free" does. */
const beforeSubject = /^(?:for|about|with)$/;

/**
 * Extracts the subject of a request for an agent: "unsafe code" from "who do I call for unsafe code", "database" from
 * "who does database work". Returns `undefined` if the query is not such a request, or has no subject.
 * @param words all words of a query, folded
 */
export function extractSubject(words: readonly string[]): string[] | undefined {
  const isEmpty = (word = '') => stopWords.has(word) || requestWords.has(word);
  const at = words.findIndex((word) => askedFor.test(word) || !isEmpty(word));
  const first = words[at] ?? '';
  if (!askedFor.test(first) || !(first.startsWith('who') || isEmpty(words[at + 1]))) return undefined;
  const isContent = (word: string) => !isEmpty(word) && !askedFor.test(word);
  const preposition = words.findIndex((word, index) => index > at && beforeSubject.test(word));
  const start = words.findIndex((word, index) => index > at && isContent(word));
  const end = words.findLastIndex(isContent);
  if (start === -1) return undefined;
  return words.slice(preposition === -1 ? start : Math.min(start, preposition + 1), end + 1);
}
