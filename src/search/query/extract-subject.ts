import { stopWords } from './stop-words.ts';

/** Whom people ask for: "which agent", "the right specialist for". */
const somebody = /^(?:agents?|specialists?|experts?|somebody|someone|who(?:m|se|'s|'ll|'d)?)$/;

/** What people want of somebody, whatever it is about: "who can help with", "which agent handles". */
const dealings = new Set(
  (
    'answers ask asked best bring call called care charge consult contact cover covers deal deals give hand handle ' +
    'handles handling help helps involve involved know knows pass pick prefer right responsible send specialises ' +
    'specializes take takes talk tell treat treats turn use work works'
  ).split(' '),
);

/** What follows is what somebody is asked for, even if it begins as "use after free" does. */
const leadsToMatter = /^(?:for|about|with)$/;

/**
 * What somebody is asked for: "unsafe code" of "who do I call for unsafe code", "database" of "who does database
 * work". Nothing if the words ask for nobody, or say no more than that.
 * @param words all words of a query, folded
 */
export function soughtOfSomebody(words: readonly string[]): string[] | undefined {
  const isEmpty = (word = '') => stopWords.has(word) || dealings.has(word);
  const at = words.findIndex((word) => somebody.test(word) || !isEmpty(word));
  const who = words[at] ?? '';
  if (!somebody.test(who) || !(who.startsWith('who') || isEmpty(words[at + 1]))) return undefined;
  const isSaid = (word: string) => !isEmpty(word) && !somebody.test(word);
  const about = words.findIndex((word, index) => index > at && leadsToMatter.test(word));
  const first = words.findIndex((word, index) => index > at && isSaid(word));
  const last = words.findLastIndex(isSaid);
  if (first === -1) return undefined;
  return words.slice(about === -1 ? first : Math.min(first, about + 1), last + 1);
}
