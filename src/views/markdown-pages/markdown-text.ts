/* Writes markdown. Texts of agents' files are untrusted: nothing in them may become markup or HTML. */

import { publicAddress } from '../shared/public-url.ts';

/** Characters that are markup anywhere in a line: an underscore only where a word begins or ends. */
const inLine = /[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~|&(?=#?\w{1,32};)/gu;

/** Characters that are markup at the start of a line: a heading, a quotation, a list or a table. */
const atStart = /^(?:[#>|]|[-+=](?=\s|[-=]|$)|\d{1,9}(?=[.)](?:\s|$)))/;

/** Writes plain text on one line, so that it reads the same as markdown. */
export function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(inLine, '\\$&');
  return line.replace(atStart, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

/** Writes a link. Its address is absolute if the site knows its URL. */
export function link(label: string, address: string): string {
  return `[${plain(label)}](${destination(publicAddress(address))})`;
}

/** Encodes the signs of an address that would end it. */
export function destination(address: string): string {
  return address.replace(/[\s()<>\\\p{Cc}]/gu, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
}

/** Writes text in a fence that is longer than any fence in the text. */
export function fence(text: string, language = ''): string {
  const mark = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${mark}${language}\n${text.replace(/\n+$/, '')}\n${mark}`;
}

/** Writes text as code in a line. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const mark = '`'.repeat(longestRun(line) + 1);
  const padding = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${mark}${padding}${line}${padding}${mark}`;
}

/** Returns the length of the longest run of backticks. */
function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

/** Writes a table of cells that are markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Writes a list; an item with several lines is indented. */
export function bullets(items: readonly string[], marker: (index: number) => string = () => '-'): string {
  return items
    .map((item, index) => {
      const mark = `${marker(index)} `;
      return mark + item.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

/** Writes a numbered list. */
export function numbered(items: readonly string[]): string {
  return bullets(items, (index) => `${String(index + 1)}.`);
}

/** Joins the blocks of a document, without those that are empty. */
export function blocks(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n');
}
