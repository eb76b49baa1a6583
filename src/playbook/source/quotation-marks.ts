/** Opening quotation marks, with their closing marks. */
const closingMarks = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
]);

/**
 * Returns the index of the mark that closes the quotation at the start of `text`; `undefined` if there is no quotation
 * or no such mark. Skips quotations inside it, and apostrophes.
 */
function quotationEnd(text: string): number | undefined {
  const open = text.charAt(0);
  const close = closingMarks.get(open);
  let depth = 0;
  for (let index = 0; index < text.length && close !== undefined; index++) {
    const mark = text.charAt(index);
    if (mark !== open && mark !== close) continue;
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 1);
    if (/\w/.test(before) && /\w/.test(after)) continue;
    // A straight mark looks the same at both ends; the characters around it show which end it is.
    const opens = open === close ? index === 0 || (/[\s([{]/.test(before) && /\S/.test(after)) : mark === open;
    depth += opens ? 1 : -1;
    if (depth === 0) return index;
  }
  // In single quotes, an apostrophe may look like an opening mark (`'em`). Then the mark at the end of the text closes.
  const hasApostrophes = open === "'" || open === '‘';
  return hasApostrophes && text.length > 1 && text.endsWith(close ?? open) ? text.length - 1 : undefined;
}

/** Removes a pair of quotation marks around the whole text; `"this" and "that"` has no such pair. */
export function withoutQuotes(text: string): string {
  return text !== '' && quotationEnd(text) === text.length - 1 ? text.slice(1, -1) : text;
}

/** Whether `text` starts with a quotation that is not closed. */
export function endsInQuotation(text: string): boolean {
  return closingMarks.has(text.charAt(0)) && quotationEnd(text.trimEnd()) === undefined;
}
