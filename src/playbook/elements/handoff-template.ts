import type { Code } from 'mdast';
import { nearestTitle, titlesAbove, type ElementBase, type ElementDefinition, type Recogniser } from './element.ts';
import { fencedLines, type FencedLine } from './fenced-lines.ts';
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
  /\b(?:templates?|reports?|reporting|formats?|outputs?|hand-?offs?|hand-?overs?|summary|brief|deliverables?|structured?|response|findings|notification)\b/i;

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

/** Recognises a fence with fields to fill in. */
const recogniseHandoffTemplate: Recogniser<HandoffTemplate> = (node, place) => {
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
  const isMarkdown = language === 'markdown' || language === 'md';
  const announces = (words: RegExp) => titles.some((title) => words.test(title));
  const isForm = isMarkdown && fields.some(({ isSample }) => !isSample) && toReplace * 4 >= lines.length * 3;
  if (!isForm && !announces(templateWords) && !announces(handoffWords)) return;
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
  const isDocument =
    /^#\s/.test(lines[0]?.text ?? '') && titles.slice(-TITLES_NEAR).some((title) => templateWords.test(title));
  return isEnough && !isCode && (!isOnlySamples || isDocument) ? fields.map(withoutStyle) : undefined;
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
