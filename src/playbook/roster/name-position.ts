/** Column, from 1, at which a whole name begins in a line, at or after a column; nothing if it is not there. */
export function columnOf(name: string, line: string, from = 1): number | undefined {
  const text = line.toLowerCase();
  const wanted = name.toLowerCase();
  for (let at = text.indexOf(wanted, from - 1); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const isWhole = !/[\w-]/.test(text.charAt(at - 1)) && !/^-?\w/.test(text.slice(at + wanted.length));
    if (isWhole) return at + 1;
  }
  return undefined;
}
