import { nearestTitle, shortTitle, type Context } from './element.ts';
import { checklistElsewhere } from './other-languages.ts';

/** Titles that announce a checklist. "Before submitting" and its like are from agents that check their own work. */
const checklistTitle =
  /\bcheck-?lists?\b|\b(?:quality|approval|release|merge|acceptance) gates?\b|\b(?:blocking|mandatory|validation|verification|test(?:ing)?|review|exit|entry|completion|ship(?:ping)?|deploy(?:ment)?) gates?(?=\s*(?:$|[(:–—]))|\bquality checks?\b|\bdefinition of (?:\w+ )?(?:done|ready|complet(?:e|ed|ion|eness))\b|\b(?:completion|done) definition\b|\bdone means$|\b(?:complete|done|finished|ready) (?:only )?(?:when|if)$|\b(?:acceptance|exit|entry|done|completion|closure|blocking|approval|rejection|release|audit|review|evaluation|pass(?:ing)?|quality|validation|verification|readiness|sign-?off|go\/no-go|stop(?:ping)?) (?:criteria|conditions)\b|^(?:critical |key )?success criteria$|\b(?:what|things|points|items|aspects|flags|areas) to (?:check|verify|review|audit|inspect)\b|\bwhat you (?:check|verify|audit|inspect|validate)\b|\balways-check\b|\b(?:critical|validation|verification|safety) checks\b|\b(?:final|sanity|self-?) ?checks?\b|^quality verification$|\b(?:pre|post)-\w+ (?:checks|verification)\b|\bblock(?:s|ing|ers?)? (?:if|when|on|conditions|issues|the (?:merge|release|pr))\b|^(?:reject|fail|stop|block|approve|accept|pass|merge) (?:only |(?:any|all|every|the) \w+ )?(?:if|when)\b|\bstop(?:ping)? conditions\b|^when to stop$|^(?:do not|don['’]t|never) (?:merge|approve|ship|release|deploy|commit)\b.{0,40}\b(?:if|when|until|unless)$|^(?:what to )?checks?$|^before (?:\w+ )?(?:finali[sz]|submit|deliver|commit|complet|finish|return|merg|releas|hand|report|clos|mark|claim|ship|declar|approv)\w*/i;

/** Whether a title announces a checklist by its own words. */
export function announcesChecklist(title: string): boolean {
  return checklistTitle.test(title) || checklistElsewhere.test(title);
}

/** Titles of checks that may also be the title of a step: "Oven checks (always first)". */
const namedChecks =
  /^(?!for\b)(?!(?:\d+\.\s)?health checks$)(?!.*\b(?:examples?|alternatives?|add(?:ing)?|implement\w*|run(?:ning)?|perform(?:ing)?)\b).*\bchecks(?: \([^()]*\)| before\b.*)?$/i;

/** Longest label of a part of such checks, in UTF-16 code units: "Crust". */
const MAX_PART_LABEL = 40;

/** Introductions of checks, whatever the title: "For every language, verify". */
const checksIntro =
  /^(?:for|before|after|on|in|at|when|always|you must|must)\b.{0,120}\b(?:verify|check|confirm|validate|evaluate|assess|examine|make sure)(?: that| the following| all\b.{0,60}| (?:your|each|the) \w+)?$|^(?:always |you must )?(?:verify|confirm|ensure|validate|double-check)(?: that| the following)?$|^(?:check|verify|confirm|validate) that\b.{1,80}$|^verify (?!with\b|by\b|using\b).{1,80}$|\bcheck for$|^check [\w-]+s for$|^look (?:hard|closely|carefully) (?:at|for)$|^(?:evaluate|assess|review|rate|score|judge)\b.{0,60}\b(?:on|along|across) (?:these|the following|all) .{0,20}$|^check (?:each|every) \w+\b.{0,40}$|^(?:check|verify|confirm|validate) (?:each|all|every)?(?: of )?(?:these|the following)(?: \w+)?$|^(?:review|check|evaluate|validate|assess|audit)\b.{0,60}\bagainst(?: these| the following)?(?: \w+)?$|^(?:each|every|all)\b.{1,40}\bmust (?:pass|meet|satisfy|address|cover)(?: (?:all|these|the following).{0,20})?$|^(?:these|the following) (?:\w+ )?checks are\b|\banswer ["“]?yes["”]? to (?:all|each|every)\b.{0,30}$|\bmust have all (?:of )?(?:these|the following)$|\b(?:only|until|unless) (?:when |if |after )?(?:all|each|every|the following)\b(?: of)?(?: the following| these)?(?: \w+)?(?: (?:is|are|hold|apply|pass)(?: true| met| done| satisfied)?)?$/i;

/** Sub-headings under which a checklist's heading has something other than checks. */
const asideTitle =
  /\b(?:clarify|ask|consider|provide|include|request|discuss)$|^(?:notes?|examples?|background|references|usage|see also|related|tools?|resources|when to(?! stop\b)|customi[sz]\w*)\b|\banti-?patterns?\b|\bcross-?references?\b|\bavoid\b|\b(?:enforced|automated|implemented|configured) (?:via|by|with|through)\b/i;

/** A list of what an answer has, in a part of its format, checks nothing. */
const answerTitle = /\b(?:output|report|format|(?<!\bagent )template)s?\b/i;

/** Headings of several parts that are reviewed, each with a list of what has to be right: "Review focus areas". */
const reviewedParts =
  /\b(?:review (?:scope|dimensions|points|focus|(?:focus )?areas)|validation rules)(?: \([^()]*\))?:?$/i;

/** Titles of columns with what is checked, whatever the heading is. */
const checkColumn = /^(?:what to (?:check|verify)|check for)$/i;

/** The same, below a heading that announces a checklist, or beside a column that says when a check passes or fails. */
const namedCheckColumn = /^(?:checks?|criteri(?:on|a)|gates?|what to look for)$/i;

/** Returns the title of a table whose columns say that it has checks; `undefined` if they do not. */
export function titleOfCheckColumns(columns: readonly string[], context: Context): string | undefined {
  const nearest = nearestTitle(context);
  if (asideTitle.test(nearest) || context.headings.slice(0, -1).some((heading) => answerTitle.test(heading))) return;
  const above = context.headings.slice(0, context.label === '' ? -1 : undefined).find(announcesChecklist);
  const isNamed = columns.slice(0, 2).some((column) => namedCheckColumn.test(column));
  const isCheck =
    isNamed && (above !== undefined || columns.some((column) => /^(?:pass|fail)(?:s|ed)?\b/i.test(column)));
  if (!isCheck && !columns.some((column) => checkColumn.test(column))) return;
  return above === undefined ? shortTitle(context) || undefined : `${above}: ${nearest}`;
}

/** Whether the words right above a block say that it has checks; further headings may only announce more than it. */
export function isTitledAsChecks(context: Context): boolean {
  const nearest = nearestTitle(context);
  return announcesChecklist(nearest) || namedChecks.test(nearest) || checksIntro.test(context.intro);
}

/** Returns the title of a checklist at a place, with the heading above it if only that one announces the checklist. */
export function checklistTitleAt(context: Context): string | undefined {
  const nearest = nearestTitle(context);
  if (/\bnot (?:as )?a check-?list\b/i.test(nearest)) return;
  if (asideTitle.test(nearest) || context.headings.slice(0, -1).some((heading) => answerTitle.test(heading))) return;
  if (announcesChecklist(nearest)) return shortTitle(context);
  // Other words between the title and the list say what the list is.
  const isDirect = context.intro === '' || context.intro === context.label;
  if (isDirect && namedChecks.test(nearest)) return nearest;
  const heading = context.headings.at(-1) ?? '';
  if (checksIntro.test(context.intro)) {
    // "Check for" says less than the heading above, and "Verify" needs it.
    if (/\bcheck for$/i.test(nearest)) return heading || (/^check for$/i.test(nearest) ? undefined : nearest);
    if (heading === '' || !/^\w+$/.test(nearest)) return shortTitle(context) || context.intro;
    return announcesChecklist(heading) ? heading : `${heading}: ${nearest}`;
  }
  const announces = announcesChecklist(heading) || (context.label.length <= MAX_PART_LABEL && namedChecks.test(heading));
  if (context.label !== '' && announces && !/\bnot\b/i.test(context.label)) {
    return shortTitle(context) === heading ? heading : `${heading}: ${nearest}`;
  }
  const labelAbove = context.labelAbove ?? '';
  if (context.label !== '' && announcesChecklist(labelAbove) && !asideTitle.test(labelAbove)) {
    return `${labelAbove}: ${nearest}`;
  }
  const above = context.headings.at(-2) ?? '';
  const isPart =
    announcesChecklist(above) || reviewedParts.test(above) || (context.intro === '' && namedChecks.test(above));
  // A label in a part of a checklist: "For every loaf", below "Crust".
  if (!isPart || asideTitle.test(heading) || /\bnot\b/i.test(heading)) return;
  return `${above.replace(/:$/, '')}: ${heading}`;
}
