import type { Code, List, ListItem } from 'mdast';
import {
  nearestTitle,
  titlesAbove,
  type ElementBase,
  type ElementDefinition,
  type Place,
  type Recognised,
  type Recogniser,
} from './element.ts';
import { fencedLines, type FencedLine } from './fenced-lines.ts';
import { itemLabel, itemLine, itemText } from './list-item.ts';
import { readFieldLines } from './template-line.ts';

/** One `**Field**: [hint]` line. */
export interface TemplateField {
  label: string;
  /** The text in the brackets; may be empty. */
  hint: string;
  line: number;
}

/** A titled list of fields: for another agent to receive (`handoff`), or what an agent answers with (`report`). */
export interface HandoffTemplate extends ElementBase {
  kind: 'handoff-template';
  purpose: 'handoff' | 'report';
  /** The heading above, which says which agents it is for: `To Security Specialists`. */
  recipient: string;
  fields: TemplateField[];
  /** The template as written. */
  text: string;
}

/** Words in a title which announce a text to fill in. */
const templateWords =
  /\b(?:templates?|reports?|reporting|formats?|outputs?|hand-?offs?|hand-?overs?|summary|brief|deliverables?|structured?|response|findings|notification|shape|schema)\b/i;

const handoffWords = /\bhand(?:ing)?-? ?(?:offs?|overs?)\b|\bdelegat\w*/i;

/** Languages of fences with text. A program has placeholders as well. */
const textLanguages = new Set(['', 'markdown', 'md', 'text', 'txt', 'plaintext', 'plain', 'template', 'yaml', 'yml']);

/** One placeholder in so many lines: a longer text with two placeholders is an example. */
const MAX_LINES_PER_PLACEHOLDER = 8;
/** The same in markdown below a title that says "Report format": the text between is the text of the report. */
const MAX_LINES_IN_MARKDOWN = 15;

/** The nearest heading or label, the introduction and the heading in the fence. */
const TITLES_NEAR = 3;

/** A text to replace, also inside of a sentence or of a table. A link is none. */
const anyPlaceholder = /\[(?![ xX]?\])[^[\]]+\](?!\()|\{{1,3}[^{}]+\}{1,3}|<[^<>]+>|_{3,}/;

/** Recognises a fence with fields to fill in, and the list of the fields of a format. */
const recogniseHandoffTemplate: Recogniser<HandoffTemplate> = (node, place) => {
  if (node.type === 'list') return readFieldList(node, place);
  if (node.type !== 'code') return;
  const lines = fencedLines(node).filter(({ text }) => text.trim() !== '');
  const headings = lines.filter(({ text }) => /^#{1,6}\s/.test(text));
  const heading = headings[0]?.text.replace(/^#+\s*/, '').trim();
  const recipient = place.headings.at(-1) ?? '';
  const titles = [...titlesAbove(place), place.intro, heading ?? ''];
  const strict = strictFields(lines, headings.length);
  const fields = strict ?? looseFields(node, lines, titles);
  if (!fields) return;
  const isHandoff =
    titles.some((title) => handoffWords.test(title)) ||
    (strict !== undefined && !titles.some((title) => templateWords.test(title)));
  return {
    kind: 'handoff-template',
    purpose: isHandoff ? 'handoff' : 'report',
    title: titleIn(heading) ?? nearestTitle(place),
    recipient,
    fields,
    text: node.value,
  };
};

/** Returns the title in a heading without its placeholder: `Report: [name]` → `Report`; `undefined` if nothing is left. */
function titleIn(heading: string | undefined): string | undefined {
  const title = heading?.replace(/\s*[:–—(-]*\s*[[{<].*$/, '').trim();
  return title === undefined || title === '' ? undefined : title;
}

/** Titles of a list of the fields of a text. "Before reporting" and "Reports to" announce no text. */
const formTitle =
  /\b(?:outputs?|responses?|reports?|reporting|hand-?offs?|hand-?overs?|summar(?:y|ies)|deliverables?|answers?|findings?|notifications?|brief|\w+\.(?:md|json|ya?ml|txt)) (?:formats?|structure|templates?|contents?|schema|sections|fields)\b|^(?:formats?|templates?) (?:of|for) /i;

/** Introductions of such a list: "Each finding includes". */
const formIntro =
  /\b(?:reports?|summar(?:y|ies)|outputs?|responses?|answers?|findings?|vulnerabilit(?:y|ies)|hand-?offs?|issues?|entry|review|payload|message|json)\b.{0,60}\b(?:includes?|contains?|has|have|structure|format|sections|fields)$|\b(?:in|using|with) (?:this|the following) (?:format|structure|sections)$/i;

/** Introductions of a list of what a report has, without names of fields: "When done, report", "Present a summary with". */
const contentsIntro =
  /\b(?:report|return|respond with|output|present|provide|include|produce|summari[sz]e|structure your \w+|format)(?: back)?(?: the following| with| as(?: follows)?| in this order)?$/i;

/** Introductions of it below a heading that announces a format: "Provide clear answers with". */
const answerIntro =
  /^(?:(?:when|after|once|for|at) [^,]{1,100}, )?(?:(?:you|always|please) (?:will |must |should )?)?(?:provide|return|present|produce|deliver|structure|respond|reply|give|include)\b/i;

/** Such introductions that say it whatever the heading is. */
const contentsOfReport =
  /^(?:(?:when|after|once) [^,]{1,100}, )?(?:present|provide|return|produce|write|generate|create|compile|output|report)\b.{0,60}\b(?:report|summary|overview|verdict)(?: with| including| containing)?$|\b(?:structure|format|organi[sz]e) your (?:\w+ )?(?:response|answer|report|output|review|summary|findings|results)(?: as(?: follows)?| with)?$|^(?:for|when|after|once|upon) .{1,100}, you (?:will|must|should) (?:provide|deliver|return|present)(?: the following)?$/i;

/** How rules begin: an answer has none of them as a part. */
const rule = /^(?:be|use|keep|do|don['’]t|always|never|avoid|ensure|make|focus|prefer|write|include|provide)\b/i;

/** Headings above several such lists, each for another reader: "Handoff templates". */
const formsHeading = /\b(?:hand-?offs?|reports?|reporting|responses?|outputs?|messages?) (?:templates?|formats?)\b/i;

/** Reads a list of nothing but fields, `**Cause**: why it broke`, where the words above announce a text to write. */
function readFieldList(list: List, place: Place): Recognised<HandoffTemplate> | undefined {
  const recipient = place.headings.at(-1) ?? '';
  // A list with words of its own above is one of fields only if these words say so: "Severity guide" is none.
  const isAnswer = contentsIntro.test(place.intro) || (formTitle.test(recipient) && answerIntro.test(place.intro));
  const isIntroduced = place.intro === '' ? place.label === '' : isAnswer;
  const isAnnounced =
    formTitle.test(place.label) ||
    (isIntroduced && formTitle.test(recipient)) ||
    formIntro.test(place.intro) ||
    contentsOfReport.test(place.intro) ||
    (isIntroduced && formsHeading.test(place.headings.at(-2) ?? ''));
  if (!isAnnounced || list.children.length < 2 || /\bone of\b/i.test(place.intro)) return;
  if (list.children.some(({ checked }) => typeof checked === 'boolean')) return;
  const isPlain =
    (isAnswer || contentsOfReport.test(place.intro)) && !list.children.some((item) => rule.test(itemText(item)));
  const lines = list.children.map((item) => ({ text: fieldOf(item, isPlain), line: itemLine(item) }));
  const fields = fieldsIn(lines);
  if (fields.length !== lines.length || new Set(fields.map(({ line }) => line)).size < lines.length) return;
  const isHandoff = [...titlesAbove(place), place.intro].some((title) => handoffWords.test(title));
  return {
    kind: 'handoff-template',
    purpose: isHandoff ? 'handoff' : 'report',
    title: nearestTitle(place),
    recipient,
    fields: fields.map(withoutStyle),
    text: lines.map(({ text }) => text).join('\n'),
  };
}

/**
 * Returns an item as a line of a template; what is nested in it is the hint if it has no other.
 * @param isPlain whether an item without a label is a hint itself
 */
function fieldOf(item: ListItem, isPlain: boolean): string {
  const text = itemText(item);
  const label = labelOfField(item);
  if (label === undefined) return isPlain && !/[[\]]|:\s/.test(text) ? `- [${text}]` : `- ${text}`;
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

function fieldsIn(lines: readonly FencedLine[]): (TemplateField & { isStrict: boolean; isSample: boolean })[] {
  return readFieldLines(lines.map(({ text }) => text)).flatMap((fields, index) =>
    fields.map(({ label, hint, name, isSample }) => {
      return {
        label,
        hint: hint.trim(),
        line: lines[index]?.line ?? 1,
        isStrict: name.startsWith('**') && !isSample,
        isSample,
      };
    }),
  );
}

/** Returns the fields of a fence in which every line is a field with a bold label, or a heading. */
function strictFields(lines: readonly FencedLine[], headings: number): TemplateField[] | undefined {
  const fields = fieldsIn(lines).filter(({ isStrict }) => isStrict);
  const written = new Set(fields.map(({ line }) => line)).size;
  return fields.length < 2 || written + headings < lines.length ? undefined : fields.map(withoutStyle);
}

/** Returns the fields among other lines of a text to fill in: its titles announce one, or most of its lines are fields. */
function looseFields({ lang }: Code, lines: readonly FencedLine[], titles: readonly string[]) {
  const language = (lang ?? '').toLowerCase();
  if (!textLanguages.has(language)) return;
  const fields = fieldsIn(lines);
  const written = new Set(fields.map(({ line }) => line));
  const toReplace = lines.filter(({ text, line }) => written.has(line) || anyPlaceholder.test(text)).length;
  const headings = lines.filter(({ text }) => /^#{1,6}\s/.test(text)).length;
  const isDocument = headings > 1 && lines[0]?.text.startsWith('#') === true;
  const isMarkdown = language === 'markdown' || language === 'md' || isDocument;
  const announces = (words: RegExp) => titles.some((title) => words.test(title));
  if (isExample(titles)) return;
  const text = lines.filter((line) => !/^\s*(?:#{1,6}\s|-{3,}\s*$)/.test(line.text)).length;
  const isMarked = fields.some(({ isSample }) => !isSample);
  // A text with several headings is one to fill in if half of what is below them is.
  // `## Oven: [Name]` is the title of such a text; `## <time> — done` is a line of a log.
  const hasTitleToFillIn = isMarkdown && /^#{1,6}\s+\p{L}[^[\]{}<>]{2,80}[[{<]/u.test(lines[0]?.text ?? '');
  const isForm =
    isMarked &&
    (hasTitleToFillIn
      ? toReplace * 3 >= text
      : isMarkdown
        ? toReplace * 4 >= text * 3
        : headings > 1 && toReplace * 2 >= text);
  const isAnnounced = announces(templateWords) || announces(handoffWords) || contentsIntro.test(titles.at(-2) ?? '');
  // Every line is a field to fill in, whatever the title is.
  const isNothingElse = fields.length > 2 && written.size === lines.length && fields.every(({ isSample }) => !isSample);
  if (!isForm && !isAnnounced && !isNothingElse) return;
  const most =
    // The keys and lists of a configuration look like fields, so that most of it must be to fill in.
    /^ya?ml$/.test(language)
      ? 2
      : isMarkdown && announces(/\b(?:formats?|templates?)\b/i)
        ? MAX_LINES_IN_MARKDOWN
        : MAX_LINES_PER_PLACEHOLDER;
  const isEnough = fields.length >= 2 && toReplace * most >= lines.length;
  const isCode =
    lines.filter(({ text }) => /[;{]\s*$|^\s*(?:\$|import|const|let|def|class)\s/.test(text)).length * 5 > lines.length;
  // A text of nothing but samples is one to fill in if it is a whole document whose own title says so.
  const isOnlySamples = fields.every(({ isSample }) => isSample);
  const isWhole =
    // An answer shown as an example: "After research", below "Output".
    (isDocument &&
      titles
        .slice(0, -2)
        .slice(-2)
        .some((title) => outputTitle.test(title))) ||
    // Every line is a field: "1. SCOPE: what was read".
    (new Set(fields.map(({ line }) => line)).size === lines.length &&
      announces(/\b(?:formats?|templates?|shape)\b/i)) ||
    (isDocument && announces(/\b(?:formats?|templates?)\b/i)) ||
    (/^#\s/.test(lines[0]?.text ?? '') && titles.slice(-TITLES_NEAR).some((title) => templateWords.test(title)));
  return isEnough && !isCode && (!isOnlySamples || isWhole) ? fields.map(withoutStyle) : undefined;
}

/** Headings of what an agent answers with. */
const outputTitle =
  /^(?:final |expected )?(?:outputs?|reports?|responses?)(?: (?:formats?|templates?|structure|contract))?$/i;

/** Whether the words right above a text say that it is an example, and not a template. */
function isExample(titles: readonly string[]): boolean {
  const near = titles.slice(-TITLES_NEAR).filter((title) => /\bexamples?\b/i.test(title));
  return near.some((title) => !/\b(?:templates?|formats?)\b/i.test(title));
}

function withoutStyle({ label, hint, line }: TemplateField): TemplateField {
  return { label, hint, line };
}

export const handoffTemplate: ElementDefinition<HandoffTemplate> = {
  name: { one: 'handoff template', many: 'handoff templates' },
  recognise: recogniseHandoffTemplate,
  textLines: ({ recipient, fields }) => [recipient, ...fields.map(({ label, hint }) => `${label}: ${hint}`)],
  references: () => [],
};
