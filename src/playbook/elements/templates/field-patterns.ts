/** Matches the white space, the marker of a list or heading, and the symbol at the start of a line. */
const marker = '(\\s*(?:(?:[-*+•→]|\\d+[.)]|#{1,6})\\s+)?(?:\\p{Extended_Pictographic}\\uFE0F?\\s+)?)';
/**
 * Matches a placeholder in brackets: `[which]`, `{name}`, `<time>`. Because it is repeated below, there must be only one
 * way in which it matches a text.
 */
const bracketed =
  '(?:\\[(?![ xX]?\\])[^[\\]]*\\](?!\\()|\\{{1,3}[^{}]*\\}{1,3}|<(?!!--\\s*(?:[✅❌✓✗⚠]|\\w+lint|prettier))[^<>]*>)';

/** Matches a value in capital letters, perhaps with an explanation: `BURNT (why)`. */
const choice = '[A-Z][A-Z_-]{1,20}(?: [A-Z_-]{1,20}){0,2}(?: \\([^()|]{1,40}\\))?';

/**
 * Matches a placeholder without such brackets: `___` and `…`; a letter for a number, `Issues: X` and `Issue: OVEN-XX`;
 * values to choose from, `Oven: HOT | COLD`; or a hint in wide brackets after a colon, `理由：（一文）`.
 */
const blank =
  '(?:_{3,}|…|\\.{3}|(?:[A-Z]{2,9}-)?(?:X{1,4}|[YZN])(?![\\w.-])|' +
  `(?<=:(?:\\*\\*)?\\s{1,9})${choice}(?: [|/] ${choice}){1,6}(?=\\s*$)|` +
  '(?<=[:：]\\s{0,9})（[^（）]{1,80}）)';

/** Matches a placeholder, or several with words between them: `[A] across [B]`. */
const placeholder = `(${bracketed}(?:[^[\\]{}<>\\n]{0,40}${bracketed}){0,8}|${blank})`;

/** Matches a placeholder alone. */
export const single = new RegExp(`^(?:${bracketed}|${blank}|（[^（）]*）)$`);

/** Matches what may follow a placeholder: `[x]/10`, `[n] files`. */
const after = '([^[\\]{}<>\\n]{0,80})';

/** Matches `**Field**: [hint]`, in which the hint may contain brackets itself. */
export const boldField = new RegExp(`^${marker}(\\*\\*([^*]+)\\*\\*\\s*(?::\\s*)?)(\\[.*\\])(\\s*)$`, 'u');

/** Matches `Field: {hint}`, `**Field:** <hint> files` and `Report – [hint]`. */
export const labelField = new RegExp(
  `^${marker}((\\*\\*[^*]{1,80}\\*\\*|[\\p{L}][^:：*\\]}>|"=(]{0,60}?)(?:[:：]?\\s{0,9}|:\\s{1,9}"|\\s[–—-]\\s))${placeholder}${after}$`,
  'u',
);

/** Matches `**Field**: sample` and `FIELD: sample`, where the author shows what to fill in by an example. */
export const sampleField = new RegExp(
  `^${marker}((\\*\\*[^*]{1,60}\\*\\*|[A-Z][A-Z_ -]{1,30}:)(?::?\\s{1,9}))(\\S.{0,200}?)(\\s*)$`,
  'u',
);

/** Matches `[hint]` alone, or with words after it, also in code; `[x]` and `[ ]` are ticks. */
export const bareField = new RegExp(
  `^${marker.slice(0, -1)}\`?)()()((?:\\[[^[\\]]{3,}\\](?!\\()|\\{{1,3}[^{}]{3,}\\}{1,3}|<(?!!--\\s*(?:[✅❌✓✗⚠]|\\w+lint|prettier))[^<>/]{3,}>)(?:[^[\\]{}<>\\n]{0,40}${bracketed}){0,8})${after}$`,
  'u',
);

/** Matches a line of a story or of a scenario: `As a [reader], I want [what]`, `Given [the state]`. */
export const storyField = new RegExp(
  `^${marker}((\\*{0,2}(?:As an?|I want(?: to)?|I need|So that|Given|When|Then|And|But)\\*{0,2}):?\\s)${placeholder}${after}$`,
  'u',
);

/** Matches the sign between two fields of a line: `**A**: [x] | **B**: [y]`. */
export const separator =
  /(\s{0,9}(?:[|,;·•]\s{0,9}|\s{2,9}))(?=\*\*[^*]{1,80}\*\*\s{0,9}:?\s{0,9}[[{<_…]|\p{L}[^:|*[\]{}<>]{0,40}:\s{0,9}[[{<_…])/u;

/** Matches `Status: done`, which is a field with a sample of its value only among fields to fill in. */
export const plainField = new RegExp(`^${marker}((\\p{Lu}[\\p{L} -]{1,30}):[^\\S\\n]{1,9})(\\S.{0,200}?)(\\s*)$`, 'u');

/** Matches a placeholder in brackets anywhere. */
export const anyBracket = new RegExp(bracketed);
