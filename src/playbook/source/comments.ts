import type { Nodes, Root } from 'mdast';

/** A comment from its first character on. A browser ends `<!-->` and `<!--->` at once. */
const comment = /<!--(?:-?>|[\s\S]*?-->)/y;

/**
 * Takes the comments out of a text without moving anything else: lines that contain nothing else become blank, and in
 * other lines each character of a comment is replaced by `filler`, which the caller removes after parsing.
 * @param tree the text, parsed so that comments are nodes; only those are comments, because code may contain the same
 * characters
 * @returns the same text if it has no comments
 */
export function takeOutComments(text: string, tree: Root, filler: string): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, isQuoted } of commentsIn(tree, false)) {
    if (start < done) continue;
    comment.lastIndex = start;
    const found = comment.exec(text)?.[0];
    if (found === undefined) continue;
    parts.push(text.slice(done, start), replaced(found, filler, isQuoted));
    done = start + found.length;
  }
  return parts.length === 0 ? text : blankLinesOf(parts.join('') + text.slice(done), filler);
}

function* commentsIn(node: Nodes, isQuoted: boolean): Generator<{ start: number; isQuoted: boolean }> {
  if (node.type === 'html') {
    const start = node.position?.start.offset;
    if (start !== undefined) yield { start: start + node.value.search(/\S/), isQuoted };
  } else if ('children' in node) {
    for (const child of node.children) yield* commentsIn(child, isQuoted || node.type === 'blockquote');
  }
}

/** The markers of a quotation stay, so that the quotation does not end inside the comment. */
function replaced(found: string, filler: string, isQuoted: boolean): string {
  const [first = '', ...rest] = found.split('\n');
  const fill = (text: string) => filler.repeat(text.length);
  const lines = rest.map((line) => {
    const markers = isQuoted ? (/^[\s>]*/.exec(line)?.[0] ?? '') : '';
    return markers + fill(line.slice(markers.length));
  });
  return [fill(first), ...lines].join('\n');
}

/** A line of fillers would continue the paragraph above it. */
function blankLinesOf(text: string, filler: string): string {
  const isFilled = new RegExp(`^[\\s>${filler}]*$`);
  return text
    .split('\n')
    .map((line) => (line.includes(filler) && isFilled.test(line) ? line.replaceAll(filler, ' ') : line))
    .join('\n');
}
