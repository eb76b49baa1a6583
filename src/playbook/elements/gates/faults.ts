import type { List } from 'mdast';
import { nearestHeading, nearestTitle, type Context } from '../element.ts';
import { itemText } from '../list-item.ts';
import { oneOf, pattern, words } from '../patterns.ts';

/** Whether a list has faults to look for in a review: "Missing salt". Such a list needs no title of a checklist. */
export function areFaultsToFind(list: List, context: Context): boolean {
  return areFaults(list) && isAboutReviews(context);
}

/** How an item begins that names a fault: "Missing salt", "No timer", "Uncovered dough". */
const faultStart = pattern`^(?:[A-Z][a-z -]{0,30}: )?${oneOf(`
  missing, no, lack of, absent, hard-?coded, weak, insecure, unsafe, insufficient, improper, incorrect, wrong, invalid,
  inconsistent, inadequate, incomplete, excessive, unnecessary, redundant, duplicated?, dead, stale, outdated, deprecated,
  unused, broken, exposed, overly, over-?(?:permissive|engineered|complicated|fetching), circular, tight(?:ly)?, leaky,
  unclear, ambiguous, vague, swallowed, silent, race conditions?, memory leaks?, N\\+1, magic (?:numbers?|strings?),
  god (?:class|object)\\w*, large, long, deep(?:ly)?, inefficient, poor(?:ly)?,
  un(?:validated|sanitized|escaped|encrypted|handled|tested|covered|bounded|checked|authenticated|authorized|protected),
  un(?:documented|optimized|awaited|guarded)
`)}\b`;

/** Words anywhere in an item that name a fault: "Trays without a label", "Oven not closed". */
const faultInside =
  /\b(?:without|misconfigur\w+|not \w+ed|(?:isn|aren|doesn|don)['’]t \w+|vulnerabilit\w+|leak(?:s|ed|ing)?|expos(?:ed|ing|es)|bypass\w*|injection|too (?:many|long|large|broad))\b/i;

/** Minimum number of faults, because no title has to say that they are looked for. */
const MIN_FAULTS = 3;

/** Whether the items of a list name faults to look for: at least half of them, and one in its first words. */
function areFaults({ ordered, children }: List): boolean {
  const texts = children.map(itemText);
  const faults = texts.filter((text) => faultStart.test(text) || faultInside.test(text));
  return (
    ordered !== true &&
    children.length >= MIN_FAULTS &&
    faults.length * 2 >= children.length &&
    texts.filter((text) => faultStart.test(text) && !/^no\b/i.test(text)).length > 0
  );
}

/** Headings of a search for faults: "Code review", "A02: Cryptographic failures". */
const reviewHeading = words(`
  review\\w*, audit\\w*, scan\\w*, vulnerabilit\\w*, owasp, a\\d{1,2}, detect\\w*, inspect\\w*, smells?, gaps
`);

/** Titles of faults that are not looked for: rules, levels, examples, occasions, and what is wrong here already. */
const notSearchedTitle = words(`
  avoid, never, not, don['’]t, must, should, rules?, constraints?, boundaries, limitations?, principles?, guidelines?,
  anti-?patterns?, mistakes, pitfalls, bad, poor, good, style, tone, communication,
  critical, high, medium, low, blockers?, major, minor, severit\\w+,
  examples?, outputs?, reports?, reporting, formats?,
  when, if, triggers?, known, existing, escalat\\w*, reject, stops?, retr(?:y|ies), errors?, handling, fix\\w*,
  capabilit\\w+, expertise, competenc\\w+, responsibilit\\w+, knowledge, skills?
`);

/** Matches what some authors write behind a part of a review: "Crust (HIGH)". */
const severityInBrackets = / \((?:critical|high|medium|low)(?: priority)?\)$/i;

/** Whether the headings above a list are about a search for faults, and the words right above it do not contradict. */
function isAboutReviews(context: Context): boolean {
  const near = [context.introduction, nearestTitle(context), nearestHeading(context)];
  const isReview = context.headings.some((title) => reviewHeading.test(title) || severityInBrackets.test(title));
  return isReview && !near.some((text) => notSearchedTitle.test(text.replace(severityInBrackets, '')));
}
