import type { List } from 'mdast';
import { nearestHeading, outerHeading, type Context } from '../element.ts';
import { itemText } from '../list-item.ts';
import { outputTitleInOtherLanguages } from '../other-languages.ts';
import { anyOf, oneOf, pattern, words } from '../patterns.ts';
import {
  announcedAbove,
  answerIntroduction,
  fieldsIntroduction,
  reportIntroduction,
} from './field-list-introductions.ts';
import { contentsIntroduction, withoutNumber } from './titles.ts';

/** "Report format", "Format of the answer", "Required outputs". "Before reporting" and "Reports to" are none of these. */
const fieldsTitle = anyOf(
  pattern`\b${oneOf(`
    outputs?, returns?, responses?, reports?, reporting, verdicts?, hand-?offs?, hand-?overs?, summar(?:y|ies),
    deliver(?:ables?|y), answers?, findings?, feedback, notifications?, brief, \\w+\\.(?:md|json|txt)
  `)} ${oneOf('formats?, structure, templates?, contents?, contracts?, schema, sections, fields')}\b`,
  pattern`\b${oneOf(
    'prd, prp, adr, rfc, plan, spec, specification, document, ticket, issue, design doc, mandatory, required',
  )} sections(?: \([^()]*\)|, in (?:this )?order)?$`,
  /\binput contract$/i,
  /^what (?:goes|belongs) in(?:to|side)? (?:(?:the|your|an?|each|every) )?(?:\S+\.(?:md|json|txt)|(?:\w+ )?(?:report|summary|hand-?off|brief|document|ticket|spec))$/i,
  /^(?:formats?|templates?) (?:of|for) /i,
  /^what to (?:include in (?:your|the) \w+|report|return)\b/i,
  /^(?:your )?output requirements$/i,
  /^(?:required|expected|final) (?:\w+ )?(?:outputs?|deliverables?|report)$/i,
  /^(?:output|completion|closing|summary|status) report(?: \([^()]*\))?$/i,
  /^report(?:ing)? back$/i,
);

/** Whether a title says that the list below it has the fields of a text to write. */
export function isFieldsTitle(title: string): boolean {
  return (fieldsTitle.test(title) && !/\bdepends?\b/i.test(title)) || outputTitleInOtherLanguages.test(title);
}

/** Headings of what an agent makes. A list below has fields if an introduction says so: "For each loaf, produce". */
const deliverablesHeading =
  /^(?:(?:your|key|expected|output|required) )?(?:deliverables|outputs?|output specifications?)$|^what you (?:produce|return|output|emit|write)$/i;

/** Labels of what an answer contains: "Your final report". */
const yourOutputLabel = /^your (?:final )?(?:outputs?|reports?|responses?|deliverables)$/i;

/** Headings of the end of the work, below which the introduction "Report" says what to report: "When you are done". */
const doneHeading =
  /^(?:when|once|after|upon)\b.{0,60}\b(?:done|complet(?:e|ed|ing|ion)|finish(?:ed|ing)?)$|^on completion$/i;

const handoffHeading = /^hand-?(?:offs?|overs?)(?: (?:protocol|process|procedure|to\b.*))?$/i;

/** Headings of the answer itself: "Report / Response". */
const reportHeading = /^(?:final )?(?:reports?|responses?)(?: ?\/ ?(?:reports?|responses?))?$/i;

/** Headings below which a list has fields if the words in between introduce the contents of an answer. */
const headingOfContents = anyOf(deliverablesHeading, handoffHeading, reportHeading, doneHeading);

const outputHeading = anyOf(reportHeading, /^(?:your |final )?outputs?$/i);

/** Headings above several such lists, each for another reader: "Handoff templates". */
const severalFormatsHeading =
  /\b(?:hand-?offs?|reports?|reporting|responses?|outputs?|messages?) (?:templates?|formats?)\b/i;

/** Introductions that name the parts of an answer: "Suggested structure". */
const structureIntroduction =
  /^(?:(?:suggested|recommended|required|expected|typical) )?(?:structure|sections|fields)$/i;

/** Headings in the format of an answer above something other than its parts: "Severity levels". */
export const notAPartHeading = words(`
  rules?, guidelines?, principles, requirements, tone, style, notes?, constraints?, severit(?:y|ies), levels?, scale,
  examples?, samples?, when, checklists?, criteria, standards?, grad(?:es?|ing), options, formats?, metadata, commands?,
  phases?, steps?, process, usage, references?, tips, best practices
`);

/** Whether the words right above a list introduce the contents of an answer. */
export function isIntroducedAsContents({ label, introduction, headings, textAbove = '' }: Context): boolean {
  const heading = withoutNumber(headings.at(-1) ?? '');
  return (
    yourOutputLabel.test(label) ||
    contentsIntroduction.test(introduction) ||
    structureIntroduction.test(introduction) ||
    announcedAbove.test(textAbove) ||
    ((isFieldsTitle(heading) || deliverablesHeading.test(heading)) && answerIntroduction.test(introduction))
  );
}

/**
 * Whether the titles and the words above a list say that it has the fields of a text to write.
 * @param isSectioned whether each item of the list is a label with a list of its own
 * @param isLabelled whether each item begins with a label
 */
export function isTitledAsFields(
  list: List,
  context: Context,
  { isSectioned, isLabelled }: { isSectioned: boolean; isLabelled: boolean },
): boolean {
  const { label, introduction, textAbove = '' } = context;
  const heading = withoutNumber(nearestHeading(context));
  const isContents = isIntroducedAsContents(context);
  // Words between the heading and the list count more than the heading: "Severity guide" is no list of fields.
  const isBelowHeading = introduction === '' ? label === '' : isContents;
  return (
    isFieldsTitle(label) ||
    yourOutputLabel.test(label) ||
    fieldsIntroduction.test(introduction) ||
    reportIntroduction.test(introduction) ||
    announcedAbove.test(textAbove) ||
    isPartOfFormat(list, context) ||
    (isBelowHeading && (isFieldsTitle(heading) || severalFormatsHeading.test(outerHeading(context)))) ||
    (isContents && headingOfContents.test(heading)) ||
    (isSectioned && (isFieldsTitle(heading) || outputHeading.test(heading))) ||
    (isLabelled && outputHeading.test(heading) && answerIntroduction.test(introduction))
  );
}

/** How rules begin. An answer has none of them as a part. */
export const ruleStart =
  /^(?:be|use|keep|do|don['’]t|always|never|avoid|ensure|make|focus|prefer|write|include|provide)\b/i;

/** How items begin that explain a level or an alternative. */
const levelStart = /^(?:critical|high|medium|low|p\d|minor|major|if|when|for)\b/i;

/** Whether a list has what a section of an answer contains: its heading is "Summary", below "Output format". */
export function isPartOfFormat({ children }: List, context: Context): boolean {
  if (context.introduction !== '' || context.label !== '' || notAPartHeading.test(nearestHeading(context)))
    return false;
  const outer = withoutNumber(outerHeading(context));
  const isFormat = isFieldsTitle(outer) || severalFormatsHeading.test(outer) || reportHeading.test(outer);
  return isFormat && !children.some((item) => ruleStart.test(itemText(item)) || levelStart.test(itemText(item)));
}
