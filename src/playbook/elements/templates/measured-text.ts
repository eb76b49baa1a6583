import type { FencedLine } from '../fenced-lines.ts';
import { anyPlaceholder, fieldsIn, type StyledField } from './fields.ts';
import { isHeadingLine, isNamedRule } from './heading-line.ts';

/** A fenced text, with what is counted to decide whether it is one to fill in. */
export interface MeasuredText {
  /** Its lines without programs, which are examples in a report. */
  lines: readonly FencedLine[];
  fields: readonly StyledField[];
  /** Numbers of the lines with a field whose value is to be replaced. */
  linesToReplace: ReadonlySet<number>;
  /** How many lines have something to fill in; a table without rows counts as two. */
  toFillIn: number;
  /** How many lines are neither headings nor rules. */
  textLines: number;
  headings: number;
  /** How many tables have a head and no rows, which are all to be filled in. */
  emptyTables: number;
  isYaml: boolean;
  isMarkdown: boolean;
  /** Whether it begins with a heading, and has others. */
  isDocument: boolean;
  /** Whether it is a single table. */
  isTable: boolean;
  /** Whether so many lines look like code that it is a program, whatever the language of the fence. */
  isProgram: boolean;
  /** Whether something is marked as a text to replace, and not only shown with a sample. */
  isMarked: boolean;
  /** Whether its title has a placeholder: `## Oven: [Name]`. `## <time> — done` is a line of a log. */
  hasBlankTitle: boolean;
}

/**
 * Counts what shows whether a fenced text is one to fill in.
 * @param lines those of the fence that are not blank
 */
export function measureText(language: string, lines: readonly FencedLine[]): MeasuredText {
  const isYaml = /^ya?ml$/.test(language);
  const own = isYaml ? lines.filter(({ text }) => !/^-{3,}\s*$/.test(text)) : withoutPrograms(lines);
  const fields = fieldsIn(lines);
  const ownNumbers = new Set(own.map(({ line }) => line));
  // The values of a configuration look like samples.
  const toReplace = fields.filter(({ isSample, line }) => ownNumbers.has(line) && (!isYaml || !isSample));
  const linesToReplace = new Set(toReplace.map(({ line }) => line));
  const hasPlaceholder = (text: string) => anyPlaceholder.test(text) || (isYaml && alternatives.test(text));
  const emptyTables = own.filter(({ text }, index) => isTableRule(text) && !isRow(own[index + 1]?.text ?? '')).length;
  const withBlanks = own.filter(({ text, line }) => linesToReplace.has(line) || hasPlaceholder(text)).length;
  const headings = own.filter(({ text }) => isHeadingLine(text)).length;
  const isDocument = headings > 1 && own[0]?.text.startsWith('#') === true;
  const isMarkdown = language === 'markdown' || language === 'md' || isDocument;
  return {
    lines: own,
    fields,
    linesToReplace,
    toFillIn: withBlanks + emptyTables * 2,
    textLines: own.filter(({ text }) => !/^\s*(?:#{1,6}\s|-{3,}\s*$)/.test(text) && !isNamedRule(text)).length,
    headings,
    emptyTables,
    isYaml,
    isMarkdown,
    isDocument,
    isTable: own.some(({ text }) => isTableRule(text)) && own.every(({ text }) => isRow(text)),
    isProgram: own.filter(({ text }) => programLine.test(text)).length * 5 > own.length,
    isMarked: fields.some(({ isSample }) => !isSample) || (emptyTables > 0 && fields.length > 0),
    hasBlankTitle: isMarkdown && /^#{1,6}\s+\p{L}[^[\]{}<>]{2,80}[[{<]/u.test(own[0]?.text ?? ''),
  };
}

export function startsWithHeading([first]: readonly FencedLine[]): boolean {
  return /^#{1,6}\s/.test(first?.text ?? '');
}

const programLine = /[;{]\s*$|^\s*(?:\$|import|const|let|def|class)\s/;

/** Matches values of which one is to be chosen: `status: DONE | LATE`. */
const alternatives = /^\s*[\w-]+:\s+[\w-]+(?:\s\|\s[\w-]+)+\s*$/;

function isRow(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** Whether a line is the one below the head of a table. */
function isTableRule(line: string): boolean {
  return /^\s*\|\s*:?-[-:|\s]*$/.test(line);
}

/** Matches the fence of a program in a report. A text or a diagram has placeholders of its own. */
const programFence = /^\s*(?:`{3,}|~{3,})(?!\s*(?:markdown|md|text|txt|plaintext|ya?ml|json|mermaid)?\s*$)/i;

/** Returns the lines that are in no program. */
function withoutPrograms(lines: readonly FencedLine[]): FencedLine[] {
  let isProgram = false;
  return lines.filter(({ text }) => {
    const isEnd = isProgram && /^\s*(?:`{3,}|~{3,})\s*$/.test(text);
    if (isEnd) isProgram = false;
    else if (programFence.test(text)) isProgram = true;
    return !isProgram && !isEnd;
  });
}
