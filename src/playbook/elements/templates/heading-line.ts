/** A rule with a name, which some authors write between the parts of a text to fill in: `=== LOAVES ===`. */
const namedRule = /^\s*[=-]{2,9}\s?([\p{Lu}\d][\p{Lu}\d _&/-]{1,40}?)\s?[=-]{2,9}\s*$/u;

const heading = /^\s*#{1,6}\s+(.*)$/;

/** Returns the title in a line of a text to fill in that is a heading, or a rule with a name; `undefined` if it is neither. */
export function titleInLine(line: string): string | undefined {
  return (heading.exec(line) ?? namedRule.exec(line))?.[1]?.trim();
}

/** Whether a line of a text to fill in is a heading, or a rule with a name. */
export function isHeadingLine(line: string): boolean {
  return /^#{1,6}\s/.test(line) || isNamedRule(line);
}

/** Whether a line of a text to fill in is a rule with a name. */
export function isNamedRule(line: string): boolean {
  return namedRule.test(line);
}
