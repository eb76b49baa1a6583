import { endsInQuotation, withoutQuotes } from './quotes.ts';

/** One side's words in an example dialogue. */
export interface Turn {
  speaker: 'user' | 'assistant';
  text: string;
}

/** A "when to call it" dialogue out of a description. */
export interface Example {
  context: string;
  turns: Turn[];
  /** Why the agent is the right one here; empty if the author gave no reason. */
  commentary: string;
}

export interface Description {
  /** The first sentences: what fits on a card. */
  summary: string;
  /** The whole description without the dialogues, as markdown. It begins with the summary. */
  text: string;
  examples: Example[];
  /** Whether the author wrote `\n` where a line break was meant. */
  hadEscapedNewlines: boolean;
  hadUnclosedExample: boolean;
}

/** A summary takes further sentences while it stays within this many characters. */
const SUMMARY_LENGTH = 200;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Splits a description into its prose and its `<example>` dialogues. Both spellings in use are read: all on
 * one line, and one label a line. What has no labels becomes the example's context, so nothing is lost.
 */
export function readDescription(raw: string): Description {
  let hadEscapedNewlines = false;
  // In code, `\n` is what the author writes about.
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
    .map((paragraph, index, all) => (all[index + 1] === EXAMPLE ? withoutLeadIn(paragraph) : paragraph))
    .filter((paragraph) => paragraph !== '' && paragraph !== EXAMPLE)
    .join('\n\n');

  return { summary: summarise(text), text, examples, hadEscapedNewlines, hadUnclosedExample };
}

/** Stands for a dialogue while the prose around it is read. No prose is that tag alone: all were taken out. */
const EXAMPLE = '<example>';

/** Drops the words that only announce the dialogues: "Examples:", "Specifically:" at a paragraph's end. */
function withoutLeadIn(paragraph: string): string {
  return paragraph
    .replace(
      /(^|[.!?:\n]\s*)(?:\*\*)?(?:(?:for |some |usage )?examples?(?: [\w ]{1,40})?|specifically)(?:\*\*)?\s*:(?:\*\*)?$/i,
      '$1',
    )
    .replace(/:\s*$/, '.')
    .trim();
}

function summarise(text: string): string {
  const paragraph = (text.split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ').trim();
  let summary = '';
  for (const { segment } of sentences.segment(paragraph)) {
    if (summary !== '' && (summary + segment).trimEnd().length > SUMMARY_LENGTH) break;
    summary += segment;
  }
  return summary.trim();
}

/** A label that opens a part: at a line's start, or inside a line where a quotation follows. */
const speaker =
  /(?:^|\n)[ \t]*(user|human|assistant)[ \t]*:[ \t]*|[ \t](user|human|assistant)[ \t]*:[ \t]*(?=["'“‘])/gi;

function readExample(inside: string): Example {
  let commentary = '';
  const dialogue = inside.replace(/<commentary>([\s\S]*?)(?:<\/commentary>|$)/gi, (_, words: string) => {
    commentary = [commentary, tidy(words)].filter((part) => part !== '').join(' ');
    return '';
  });

  const turns: Turn[] = [];
  let contextEnd = dialogue.length;
  const labels = speakerLabels(dialogue);
  labels.forEach((label, index) => {
    if (index === 0) contextEnd = label.index;
    const words = dialogue.slice(label.index + label[0].length, labels[index + 1]?.index);
    const isUser = (label[1] ?? label[2] ?? '').toLowerCase() !== 'assistant';
    turns.push({ speaker: isUser ? 'user' : 'assistant', text: withoutQuotes(tidy(words)).trim() });
  });
  const context = tidy(dialogue.slice(0, contextEnd).replace(/^\s*Context\s*:/i, ''));
  return { context, turns, commentary };
}

/** The labels that open a turn. One inside a line and inside somebody's quotation belongs to that quotation. */
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

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
