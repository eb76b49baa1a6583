import { endsInQuotation, withoutQuotes } from './quotation-marks.ts';

/** One turn of an example dialogue. */
export interface Turn {
  speaker: 'user' | 'assistant';
  text: string;
}

/** A dialogue in a description that shows when to call the agent. */
export interface Example {
  context: string;
  turns: Turn[];
  /** The reason to call the agent here; empty if the author gives none. */
  commentary: string;
}

export interface Description {
  /** The first sentences, short enough for a card. */
  summary: string;
  /** The whole description without the dialogues, as markdown. It starts with the summary. */
  text: string;
  examples: Example[];
  /** Whether the text contains the characters `\n` instead of line breaks. */
  hadEscapedNewlines: boolean;
  hadUnclosedExample: boolean;
}

/** Longest summary of more than one sentence, in UTF-16 code units. A longer first sentence is not cut. */
const MAX_SUMMARY_LENGTH = 200;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Splits a description into its prose and its `<example>` dialogues. Reads both common forms: a dialogue on one line,
 * and one line for each label. The text of a dialogue without labels becomes its context, so that no text is lost.
 */
export function readDescription(raw: string): Description {
  let hadEscapedNewlines = false;
  // In a code span, the author means the characters `\n` themselves.
  const description = raw
    .replace(/(`[^`\n]{1,40}`)|\\n/g, (_, code: string | undefined) => {
      if (code !== undefined) return code;
      hadEscapedNewlines = true;
      return '\n';
    })
    .trim();

  const examples: Example[] = [];
  let hadUnclosedExample = false;
  const text = description
    .replace(/<example>([\s\S]*?)(<\/example>|(?=<example>)|$)/gi, (_, inside: string, end: string) => {
      if (end === '') hadUnclosedExample = true;
      examples.push(readExample(inside));
      return `\n\n${EXAMPLE}\n\n`;
    })
    .replace(/<\/?examples>|<\/example>/gi, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph, index, all) => (all[index + 1] === EXAMPLE ? withoutAnnouncement(paragraph) : paragraph))
    .filter((paragraph) => paragraph !== '' && paragraph !== EXAMPLE)
    .join('\n\n');

  return { summary: summarise(text), text, examples, hadEscapedNewlines, hadUnclosedExample };
}

/** Returns the `<example>` dialogues in running text. A pair of tags without turns is something else: sample output. */
export function dialoguesIn(text: string): Example[] {
  const dialogues = [...text.matchAll(/<example>([\s\S]*?)(?:<\/example>|(?=<example>)|$)/gi)];
  return dialogues.map(([, inside = '']) => readExample(inside)).filter(({ turns }) => turns.length > 0);
}

/** Marks the place of a dialogue in the prose. No other paragraph is this tag alone: all tags have been removed. */
const EXAMPLE = '<example>';

/** Removes words at the end of a paragraph that only announce a dialogue: "Examples:", "Specifically:". */
function withoutAnnouncement(paragraph: string): string {
  return paragraph
    .replace(
      /(^|[.!?:\n]\s*)(?:\*\*)?(?:(?:for |some |usage )?examples?(?: [\w ]{1,40})?|specifically)(?:\*\*)?\s*:(?:\*\*)?$/i,
      '$1',
    )
    .replace(/:\s*$/, '.')
    .trim();
}

/** An abbreviation at the end of a text, after which a sentence goes on: `e.g.`. */
const abbreviation = /(?:^|[\s(])(?:e\.?g|i\.?e|cf|vs|approx|incl|resp)\.\s*$/i;

function summarise(text: string): string {
  const paragraph = (text.split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ').trim();
  let summary = '';
  let isUnfinished = false;
  for (const { segment } of sentences.segment(paragraph)) {
    if (summary !== '' && !isUnfinished && (summary + segment).trimEnd().length > MAX_SUMMARY_LENGTH) break;
    summary += segment;
    // Without a space, the dot belongs to a word: `.NET`.
    isUnfinished = abbreviation.test(segment) || /\S$/.test(segment);
  }
  return summary.trim();
}

/** Matches the label of a turn: at the start of a line, or inside a line if a quotation follows. */
const speaker =
  /(?:^|\n)[ \t]*(user|human|assistant)[ \t]*:[ \t]*|[ \t](user|human|assistant)[ \t]*:[ \t]*(?=["'“‘])/gi;

function readExample(inside: string): Example {
  let commentary = '';
  const dialogue = inside.replace(/<commentary>([\s\S]*?)(?:<\/commentary>|$)/gi, (_, words: string) => {
    commentary = [commentary, onOneLine(words)].filter((part) => part !== '').join(' ');
    return '';
  });

  const turns: Turn[] = [];
  let contextEnd = dialogue.length;
  const labels = speakerLabels(dialogue);
  labels.forEach((label, index) => {
    if (index === 0) contextEnd = label.index;
    const words = dialogue.slice(label.index + label[0].length, labels[index + 1]?.index);
    const isUser = (label[1] ?? label[2] ?? '').toLowerCase() !== 'assistant';
    turns.push({ speaker: isUser ? 'user' : 'assistant', text: withoutQuotes(onOneLine(words)).trim() });
  });
  const context = onOneLine(dialogue.slice(0, contextEnd).replace(/^\s*Context\s*:/i, ''));
  return { context, turns, commentary };
}

/** Finds the labels of all turns. A label inside a line and inside a quotation is part of that quotation. */
function speakerLabels(dialogue: string): RegExpExecArray[] {
  const labels: RegExpExecArray[] = [];
  for (const label of dialogue.matchAll(speaker)) {
    const last = labels.at(-1);
    const isAtLineStart = label[1] !== undefined;
    const words = last ? dialogue.slice(last.index + last[0].length, label.index) : '';
    if (isAtLineStart || !endsInQuotation(words)) labels.push(label);
  }
  return labels;
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
