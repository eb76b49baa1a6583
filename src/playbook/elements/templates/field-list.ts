import type { List, ListItem } from 'mdast';
import { shortTitle, titlesAbove, type Context, type Recognised } from '../element.ts';
import { haveDrawnBoxes, itemLabel, itemLine, itemText } from '../list-item.ts';
import { outputTitleInOtherLanguages } from '../other-languages.ts';
import { fieldsIn, withoutStyle } from './fields.ts';
import type { HandoffTemplate } from './handoff-template.ts';
import { contentsIntro, handoffWords, withoutNumber } from './titles.ts';

/** Titles of a list of the fields of a text. "Before reporting" and "Reports to" announce no text. */
const formTitle =
  /\b(?:outputs?|responses?|reports?|reporting|verdicts?|hand-?offs?|hand-?overs?|summar(?:y|ies)|deliver(?:ables?|y)|answers?|findings?|feedback|notifications?|brief|\w+\.(?:md|json|txt)) (?:formats?|structure|templates?|contents?|contracts?|schema|sections|fields)\b|^(?:formats?|templates?) (?:of|for) |^what to (?:include in (?:your|the) \w+|report|return)\b|^(?:your )?output requirements$|^(?:required|expected|final) (?:\w+ )?(?:outputs?|deliverables?|report)$|^(?:output|completion|closing|summary|status) report(?: \([^()]*\))?$/i;

function isFormTitle(title: string): boolean {
  return (formTitle.test(title) && !/\bdepends?\b/i.test(title)) || outputTitleInOtherLanguages.test(title);
}

/** Headings of what an agent makes: with an introduction such as "For each loaf, produce", a list below them is one of fields. */
const madeHeading =
  /^(?:(?:your|key|expected|output|required) )?(?:deliverables|outputs?|output specifications?)$|^what you (?:produce|return|output|emit|write)$/i;

/** Labels of what an answer has, and headings of what another agent gets. */
const yourOutput = /^your (?:final )?(?:outputs?|reports?|responses?|deliverables)$/i;
/** Headings of the end of the work: below "When you are done", "Report" introduces what to report. */
const doneHeading =
  /^(?:when|once|after|upon)\b.{0,60}\b(?:done|complet(?:e|ed|ing|ion)|finish(?:ed|ing)?)$|^on completion$/i;
const handoffHeading = /^hand-?(?:offs?|overs?)(?: (?:protocol|process|procedure|to\b.*))?$/i;

/** Introductions of such a list: "Each finding includes". */
const formIntro =
  /\b(?:reports?|summar(?:y|ies)|outputs?|deliverables|responses?|answers?|findings?|vulnerabilit(?:y|ies)|hand-?offs?|issues?|entry|review|payload|message|json)\b.{0,60}\b(?:includes?|contains?|has|have|structure|format|sections|fields)$|\b(?:in|using|with) (?:this|these|the following|clear) (?:format|structure|sections)$|^(?:your|each|every|the|all) (?:[\w-]+ ){0,3}(?:outcomes?|proposals?|plans?|roadmaps?|documents?|tickets?|specs?|specifications?|assessments?|evaluations?|recommendations?|verdicts?|records?) (?:must|should|will) (?:always )?(?:include|contain|have)$/i;

/** Introductions that name the parts of an answer: "Suggested structure". */
const structureIntro = /^(?:(?:suggested|recommended|required|expected|typical) )?(?:structure|sections|fields)$/i;

/** Introductions of it below a heading that announces a format: "Provide clear answers with". */
const answerIntro =
  /^(?:(?:when|after|once|for|at) [^,]{1,100}, )?(?:(?:you|always|please) (?:will |must |should )?)?(?:provide|return|present|produce|deliver|structure|respond|reply|give|include)\b|^(?:an? )?(?:brief|short|concise) (?:summary|report|overview|answer|list)(?: of| with)?$|^for each$|^for (?:each|every|all) (?!.*\b(?:requests?|tasks?|quer(?:y|ies)|questions?)\b)[^,:]{1,60}$|^when \w+ing\b[^,:]{1,60}$|^it (?:must|should) (?:include|contain|have)$|^for (?!each\b|every\b|all\b|any\b)[^,:]{1,40}$/i;

/** Such introductions that say it whatever the heading is. */
const contentsOfReport =
  /^(?:(?:when|after|once) [^,]{1,100}, )?(?:present|provide|return|produce|write|generate|create|compile|output|report)\b.{0,60}\b(?:report|summary|overview|verdict|post-?mortem)(?: with| including| containing)?$|\b(?:structure|format|organi[sz]e) your (?:\w+ )?(?:response|answer|report|output|review|summary|findings|results)(?: as(?: follows)?| with)?$|^(?:for|when|after|once|upon) .{1,100}, you (?:will|must|should) (?:provide|deliver|return|present)(?: the following)?$|^structure (?:the |your |each )?(?:reports?|responses?|answers?|findings|reviews?|plan)\b.{0,60}(?:\bclearly|\bas(?: follows)?|\bwith (?:clear|these|the following) sections)$|^(?:always )?(?:provide|return|present|give|report|structure|organi[sz]e|group|list)\b.{0,60}\b(?:organi[sz]ed|grouped|sorted|categori[sz]ed|ranked|prioriti[sz]ed) (?:by|into|as)\b.{0,30}$|^for (?:each|every) (?:[\w-]+ )?(?:issue|finding|problem|vulnerability|bug|defect|violation|recommendation|risk|gap|concern|error|suggestion)\b[^,:]{0,60},? (?:you (?:must|will|should) )?(?:provide|include|report|give|document|state|note|specify|record|describe|list)(?: the following)?$/i;

/** Labels that only say that an answer follows. */
const vagueLabel = /^\w+$|^(?:return|provide|include|present|produce|output|report|respond|deliver|give)\b/i;

/** How rules begin: an answer has none of them as a part. */
const rule = /^(?:be|use|keep|do|don['’]t|always|never|avoid|ensure|make|focus|prefer|write|include|provide)\b/i;

const ruleOfStyle = /^(?:be|use|keep|do|don['’]t|always|never|avoid|ensure|make|focus|prefer)\b/i;

/** Headings above several such lists, each for another reader: "Handoff templates". */
const formsHeading = /\b(?:hand-?offs?|reports?|reporting|responses?|outputs?|messages?) (?:templates?|formats?)\b/i;

/** Matches headings in a format above something other than its parts: "Severity levels". */
export const notAPartHeading =
  /\b(?:rules?|guidelines?|principles|requirements|tone|style|notes?|constraints?|severit(?:y|ies)|levels?|scale|examples?|samples?|when|checklists?|criteria|standards?|grad(?:es?|ing)|options|formats?|metadata|commands?|phases?|steps?|process|usage|references?|tips|best practices)\b/i;

/** Headings of the answer itself: "Report / Response". */
const reportHeading = /^(?:final )?(?:reports?|responses?)(?: ?\/ ?(?:reports?|responses?))?$/i;

/** The same, and "Output". */
const outputHeading = new RegExp(`${reportHeading.source}|^(?:your |final )?outputs?$`, 'i');

/** An item that explains a level or an alternative. */
const levelItem = /^(?:critical|high|medium|low|p\d|minor|major|if|when|for)\b/i;

/** Fewest parts without names right below a heading: fewer are often rules of style. */
const MIN_PLAIN = 3;

/** Reads a list of nothing but fields, `**Cause**: why it broke`, where the words above announce a text to write. */
export function readFieldList(list: List, context: Context): Recognised<HandoffTemplate> | undefined {
  const recipient = context.headings.at(-1) ?? '';
  // A list with words of its own above is one of fields only if these words say so: "Severity guide" is none.
  const heading = withoutNumber(recipient);
  const isForm = isFormTitle(heading);
  const isAnswer =
    yourOutput.test(context.label) ||
    contentsIntro.test(context.introduction) ||
    structureIntro.test(context.introduction) ||
    ((isForm || madeHeading.test(heading)) && answerIntro.test(context.introduction));
  const isIntroduced = context.introduction === '' ? context.label === '' : isAnswer;
  const isSectioned = areSections(list);
  const isAnnounced =
    isFormTitle(context.label) ||
    (isIntroduced && isForm) ||
    yourOutput.test(context.label) ||
    (isAnswer && (madeHeading.test(heading) || handoffHeading.test(heading) || reportHeading.test(heading))) ||
    (isAnswer && doneHeading.test(heading)) ||
    formIntro.test(context.introduction) ||
    contentsOfReport.test(context.introduction) ||
    isPartOfForm(list, context) ||
    (isSectioned && (isForm || outputHeading.test(heading))) ||
    (outputHeading.test(heading) && answerIntro.test(context.introduction) && list.children.every(labelOfField)) ||
    (isIntroduced && formsHeading.test(context.headings.at(-2) ?? ''));
  if (isSectioned && list.ordered !== true && list.children.some((item) => notAPartHeading.test(itemLabel(item)))) return;
  if (!isAnnounced || list.children.length < 2 || /\bone of\b/i.test(context.introduction)) return;
  if (list.children.some(({ checked }) => typeof checked === 'boolean') || haveDrawnBoxes(list)) return;
  if (list.ordered === true && areActions(list)) return;
  // Two files "with the following format" have names of this form.
  if (list.children.every((item) => fileName.test(itemText(item)))) return;
  const isHeaded = context.introduction === '' && isForm && !/\brules\b/i.test(recipient) && list.children.length >= MIN_PLAIN;
  const isPlain =
    (isAnswer || isHeaded || contentsOfReport.test(context.introduction) || isPartOfForm(list, context)) &&
    // A numbered list says in which order to write what: "1. Include the price".
    !list.children.some((item) => (isForm && isAnswer && list.ordered ? ruleOfStyle : rule).test(itemText(item)));
  const lines = list.children.map((item) => ({ text: fieldOf(item, isPlain), line: itemLine(item) }));
  const fields = fieldsIn(lines);
  if (fields.length !== lines.length || new Set(fields.map(({ line }) => line)).size < lines.length) return;
  const isHandoff = [...titlesAbove(context), context.introduction].some((title) => handoffWords.test(title));
  return {
    kind: 'handoff-template',
    purpose: isHandoff ? 'handoff' : 'report',
    // "Provide" and "Return exactly" say less than the heading.
    title: vagueLabel.test(context.label) && recipient !== '' ? recipient : shortTitle(context) || context.introduction,
    recipient,
    fields: fields.map(withoutStyle),
    text: lines.map(({ text }) => text).join('\n'),
  };
}

/** How the steps of work begin, which an answer has none of. */
const action = /^(?:read|check|identify|write|run|create|find|look|open|search|load|gather)\b[^:]*$/i;

const fileName = /^[^\s:]{0,60}(?:\{[^{}]{1,40}\})?[^\s:]{0,60}\.[a-z]{1,5}$/;

function areActions({ children }: List): boolean {
  return children.filter((item) => action.test(itemText(item))).length * 2 > children.length;
}

/** Whether a list has the parts of a section of a format: "Summary", below "Output format". */
function isPartOfForm({ children }: List, { headings, label, introduction }: Context): boolean {
  if (introduction !== '' || label !== '' || notAPartHeading.test(headings.at(-1) ?? '')) return false;
  const above = withoutNumber(headings.at(-2) ?? '');
  const isForm = isFormTitle(above) || formsHeading.test(above) || reportHeading.test(above);
  return isForm && !children.some((item) => rule.test(itemText(item)) || levelItem.test(itemText(item)));
}

/** Whether each item of a list is a bold label with a list of its own: a section of a report. */
function areSections({ children }: List): boolean {
  return children.every((item) => {
    const [label, ...parts] = item.children;
    const isLabel = label?.type === 'paragraph' && label.children[0]?.type === 'strong';
    return isLabel && parts.some(({ type }) => type === 'list');
  });
}

/**
 * Returns an item as a line of a template; what is nested in it is the hint if it has no other.
 * @param isPlain whether an item without a label is a hint itself
 */
function fieldOf(item: ListItem, isPlain: boolean): string {
  const text = itemText(item);
  const label = labelOfField(item);
  if (label === undefined) {
    // `Changes: what they are` has a label; a colon in the middle of a sentence makes none.
    const [, name = '', rest = ''] = /^(\p{Lu}[^:()*]{0,39}):\s+(\S.*)$/u.exec(text) ?? [];
    if (name !== '') return `- **${name}**: ${rest}`;
    return isPlain && !/[[\]]/.test(text) ? `- [${text}]` : `- ${text}`;
  }
  const hint = text.slice(label.length).replace(/^\s*(?::|[-–—]\s)\s*/, '');
  const nested = item.children.flatMap((child) => (child.type === 'list' ? child.children.map(itemText) : []));
  return `- **${label}**: ${hint || shortened(nested) || '…'}`;
}

/** Longest hint made of nested items, in UTF-16 code units. */
const MAX_HINT_LENGTH = 180;

function shortened(parts: readonly string[]): string {
  const text = parts.join('; ');
  return text.length > MAX_HINT_LENGTH ? `${text.slice(0, MAX_HINT_LENGTH).replace(/\s\S*$/, '')} …` : text;
}

/** Returns the bold text at the start of an item, or the code that a sign follows. */
function labelOfField(item: ListItem): string | undefined {
  const [start, next] = item.children[0]?.type === 'paragraph' ? item.children[0].children : [];
  if (start?.type === 'strong') return itemLabel(item);
  const isLabel = start?.type === 'inlineCode' && next?.type === 'text' && /^\s*(?::|[–—]|- )/.test(next.value);
  return isLabel ? start.value : undefined;
}
