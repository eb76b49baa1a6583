/** Quotation marks that open, with those that close them. */
const closing = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
]);

/**
 * Where the quotation with which `text` opens ends: the index of its closing mark. Absent if `text` does not
 * open with a quotation mark, or never closes it. Quotations inside it are stepped over, apostrophes too.
 */
function quotationEnd(text: string): number | undefined {
  const open = text.charAt(0);
  const close = closing.get(open);
  let depth = 0;
  for (let index = 0; index < text.length && close !== undefined; index++) {
    const mark = text.charAt(index);
    if (mark !== open && mark !== close) continue;
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 1);
    if (/\w/.test(before) && /\w/.test(after)) continue;
    // A straight mark does not say which way it faces; the words around it do.
    const opens = open === close ? index === 0 || (/[\s([{]/.test(before) && /\S/.test(after)) : mark === open;
    depth += opens ? 1 : -1;
    if (depth === 0) return index;
  }
  // In single quotes an apostrophe may look as if it opened (`'em`). What ends with such a mark is closed by it.
  const hasApostrophes = open === "'" || open === '‘';
  return hasApostrophes && text.length > 1 && text.endsWith(close ?? open) ? text.length - 1 : undefined;
}

/** Takes off a pair of quotation marks around all of the words; `"this" and "that"` has none. */
export function withoutQuotes(text: string): string {
  return text !== '' && quotationEnd(text) === text.length - 1 ? text.slice(1, -1) : text;
}

/** Whether `text` opens a quotation and ends before it is closed. */
export function endsInQuotation(text: string): boolean {
  return closing.has(text.charAt(0)) && quotationEnd(text.trimEnd()) === undefined;
}
