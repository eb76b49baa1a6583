import { checklistTitleInOtherLanguages } from '../other-languages.ts';
import { anyOf, oneOf, pattern, wholeText, words, wordsAtEnd, wordsAtStart } from '../patterns.ts';

/** "Quality gates"; and "Review gate", unless it is a gate of something: "Review gate owner". */
const gateTitle = anyOf(
  words('quality gates?, approval gates?, release gates?, merge gates?, acceptance gates?'),
  pattern`\b${oneOf(
    'blocking, mandatory, validation, verification, test(?:ing)?, review, exit, entry, completion, ship(?:ping)?, deploy(?:ment)?',
  )} gates?(?=\s*(?:$|[(:–—]))`,
);

/** "Review checklist", "Final check", "What to verify". */
const checksTitle = anyOf(
  words('check-?lists?, quality checks?, critical checks, validation checks, verification checks, safety checks'),
  /\b(?:final|sanity|self-?) ?checks?\b/i,
  /\balways-check\b/i,
  /\b(?:pre|post)-\w+ (?:checks|verification)\b/i,
  /^quality verification$/i,
  /^(?:what to )?checks?$/i,
  pattern`\b${oneOf('what, things, points, items, aspects, flags, areas, patterns, signs, issues')} to ${oneOf(
    'check, verify, review, audit, inspect, flag, catch',
  )}\b`,
  pattern`\b${oneOf('what, things, signs, issues, problems, flags')} to (?:look|scan|watch|hunt) (?:out )?for\b`,
  words('what you check, what you verify, what you audit, what you inspect, what you validate, what you flag'),
  pattern`\binvariants (?:(?:to|you|we|that you) )?${oneOf('enforce, defend, check, verify, protect, uphold, hold')}\b`,
);

/** "Acceptance criteria", "Stop conditions". */
const criteriaTitle = anyOf(
  pattern`\b${oneOf(`
    acceptance, exit, entry, done, completion, closure, blocking, approval, rejection, release, audit, review, evaluation,
    pass(?:ing)?, quality, validation, verification, readiness, sign-?off, go/no-go, stop(?:ping)?
  `)} (?:criteria|conditions)\b`,
  wholeText('success criteria, critical success criteria, key success criteria, when to stop'),
);

/** "Definition of done", "Done means", "Complete only when". */
const doneTitle = anyOf(
  /\bdefinition of (?:\w+ )?(?:done|ready|complet(?:e|ed|ion|eness))\b/i,
  words('completion definition, done definition'),
  wordsAtEnd('done means'),
  /\b(?:complete|done|finished|ready) (?:only )?(?:when|if)$/i,
);

/** What stops the work: "Blocks the merge", "Reject any loaf if", "Do not release until". */
const blockingTitle = anyOf(
  /\bblock(?:s|ing|ers?)? (?:if|when|on|conditions|issues|the (?:merge|release|pr))\b/i,
  /^(?:reject|fail|stop|block|approve|accept|pass|merge) (?:only |(?:any|all|every|the) \w+ )?(?:if|when)\b/i,
  pattern`\b${oneOf('block(?:ing)?, reject(?:ion)?, veto, hard[- ]fail')} ${oneOf(
    'triggers, reasons, signals',
  )}(?: \([^()]*\))?:?$`,
  /^(?:do not|don['’]t|never) (?:merge|approve|ship|release|deploy|commit)\b.{0,40}\b(?:if|when|until|unless)$/i,
);

/** "Before submitting", "Before you merge": titles of checklists for the agent's own work. */
const beforeEndTitle = pattern`^before (?:\w+ )?${oneOf(`
  finali[sz], submit, deliver, commit, complet, finish, return, merg, releas, hand, report, clos, mark, claim, ship,
  declar, approv
`)}\w*`;

const checklistTitle = anyOf(gateTitle, checksTitle, criteriaTitle, doneTitle, blockingTitle, beforeEndTitle);

/** Whether a title says by its own words that a checklist is below it. */
export function isChecklistTitle(title: string): boolean {
  return checklistTitle.test(title) || checklistTitleInOtherLanguages.test(title);
}

/**
 * Matches "Oven checks (always first)". A list is a checklist only if it is directly below such a title, which may also be
 * that of a step. "Running oven checks" always is, and does not match.
 */
export const namedChecksTitle =
  /^(?!for\b)(?!(?:\d+\.\s)?health checks$)(?!.*\b(?:examples?|alternatives?|add(?:ing)?|implement\w*|run(?:ning)?|perform(?:ing)?)\b).*\bchecks(?: \([^()]*\)| before\b.*)?$/i;

const checkingVerb = oneOf('verify, check, confirm, validate');

/** "Verify that", "Check each loaf", "For every loaf, confirm that all trays are empty". */
const askedToCheck = anyOf(
  pattern`^${oneOf('for, before, after, on, in, at, when, always, you must, must')}\b.{0,120}\b${oneOf(
    'verify, check, confirm, validate, evaluate, assess, examine, make sure',
  )}(?: that| the following| all\b.{0,60}| (?:your|each|the) \w+)?$`,
  /^(?:always |you must )?(?:verify|confirm|ensure|validate|double-check)(?: that| the following)?$/i,
  pattern`^${checkingVerb} that\b.{1,80}$`,
  /^verify (?!with\b|by\b|using\b).{1,80}$/i,
  /^(?:also |then )?self-check$/i,
  /^check,? in (?:this |that )?order$/i,
  /^flag (?:any |all |each )?[\w-]+ (?:where|that|with|which)$/i,
  wordsAtEnd('check for'),
  /^(?:scan|watch|hunt) (?:\w+ )?for (?!.*\b(?:existing|relevant|similar|related)\b).{1,60}$/i,
  /^check [\w-]+s for$/i,
  pattern`^${oneOf('review, audit, inspect, scan, examine, assess, evaluate')}\b[^,]{0,60}\bfor$`,
  /^look (?:hard|closely|carefully) (?:at|for)$/i,
  /^check (?:each|every|all) \w+\b.{0,40}$/i,
  // The name of the agent is in code or has a hyphen.
  pattern`^(?:call|invoke|spawn|run|use|ask|dispatch) (?:the )?[\w-]+(?: (?:sub-?)?agent)? to ${checkingVerb}(?: that| for| the following)?$`,
  pattern`^${checkingVerb} (?:each|all|every)?(?: of )?(?:these|the following)(?: \w+)?$`,
);

/** "Rate each loaf on these dimensions", "Review the dough against the following". */
const askedToCompare = anyOf(
  /^(?:evaluate|assess|review|rate|score|judge)\b.{0,60}\b(?:on|along|across) (?:these|the following|all) .{0,20}$/i,
  /^(?:review|check|evaluate|validate|assess|audit)\b.{0,60}\bagainst(?: these| the following)?(?: \w+)?$/i,
  pattern`^(?:check|review|verify|validate|audit|assess) (?:[\w-]+ ){0,3}against (?:the|our|your|all|these) .{1,80}$`,
);

/** "Each loaf must pass all of these", "Sell it only if all are true". */
const allMustHold = anyOf(
  /^(?:each|every|all)\b.{1,40}\bmust (?:pass|meet|satisfy|address|cover)(?: (?:all|these|the following).{0,20})?$/i,
  /^(?:these|the following) (?:\w+ )?checks are\b/i,
  /^(?:reject|block|fail|veto|refuse)\b.{0,40}\b(?:any|one)\b.{0,40}$/i,
  /\banswer ["“]?yes["”]? to (?:all|each|every)\b.{0,30}$/i,
  /\bmust have all (?:of )?(?:these|the following)$/i,
  pattern`\b(?:only|until|unless) (?:when |if |after )?(?:all|each|every|the following)\b(?: of)?(?: the following| these)?(?: \w+)?(?: ${oneOf(
    'is, are, hold, apply, pass',
  )}(?: true| met| done| satisfied)?)?$`,
);

/** Introductions which say that a list has checks, whatever its title is. */
export const checksIntroduction = anyOf(askedToCheck, askedToCompare, allMustHold);

/** Titles of parts of a checklist that have something other than checks: "Notes", "Anti-patterns", "Enforced by". */
export const asideTitle = anyOf(
  wordsAtEnd('clarify, ask, consider, provide, include, request, discuss'),
  wordsAtStart(`
    notes?, examples?, background, references, usage, see also, related, tools?, resources, when to(?! stop\\b),
    customi[sz]\\w*
  `),
  words('anti-?patterns?, cross-?references?, avoid'),
  /\b(?:enforced|automated|implemented|configured) (?:via|by|with|through)\b/i,
);

/** Titles of what an agent answers with. A list below says what the answer contains, and is not a checklist. */
export const outputFormatTitle = /\b(?:output|report|format|(?<!\bagent )template)s?\b/i;

/** Headings above several headings, each with a list of what is reviewed in one part: "Review focus areas". */
export const reviewedPartsTitle =
  /\b(?:review (?:scope|dimensions|points|focus|(?:focus )?areas)|validation rules)(?: \([^()]*\))?:?$|^what you (?:look|scan|test) for$/i;

/**
 * Titles that make a list a checklist only if it is directly below: "Self-review discipline", "Quality standards", "Red
 * flags". What has a heading of its own further down is about something else.
 */
export const directChecksTitle = anyOf(
  /^self-?(?:review|check|critique|audit|QA)(?: (?:discipline|protocol|checklist|process|questions|before\b.*))?$/i,
  pattern`\b${oneOf('quality, acceptance, review')} ${oneOf('standards, bar, requirements')}(?: \([^()]*\))?$`,
  /^(?:.{0,40}\b)?red flags\b(?!.*\bavoid\b)/i,
  /^(?:[\w-]+ ){0,2}rubric\b/i,
  pattern`^(?:code |security )?${oneOf('review, audit, evaluation, assessment, inspection')} ${oneOf(
    'dimensions, areas, points, aspects, categories, focus(?: areas)?',
  )}\b`,
);
