import type { PhrasingContent, Text } from 'mdast';

/**
 * Reads `<br>`, `<sub>`, `<sup>` and `<kbd>` in the children of a node, if they have no attributes and are closed among
 * them. All other tags stay text.
 * @param mask the character that replaces a `<` which is not escaped
 */
export function readInlineTags(children: readonly PhrasingContent[], mask: string): PhrasingContent[] {
  const tag = new RegExp(`${mask}(/?)(br|sub|sup|kbd)\\s*(/?)>`, 'gi');
  const result: PhrasingContent[] = [];
  /** Tags that are not closed yet, with their place in the result, where they are text. */
  const open: { name: string; at: number }[] = [];

  const close = (name: string): boolean => {
    const found = open.findLastIndex((one) => one.name === name);
    if (found === -1) return false;
    const at = open[found]?.at ?? 0;
    open.length = found;
    const [opening, ...content] = result.splice(at);
    const position = opening?.position;
    result.push({ type: 'emphasis', data: { hName: name }, children: content, ...(position && { position }) });
    return true;
  };

  for (const child of children) {
    if (child.type !== 'text' || !child.value.includes(mask)) {
      result.push(child);
      continue;
    }
    const text = (value: string): Text => ({ ...child, value });
    let done = 0;
    for (const match of child.value.matchAll(tag)) {
      const [written, slash = '', tagName = '', end = ''] = match;
      const name = tagName.toLowerCase();
      if (match.index > done) result.push(text(child.value.slice(done, match.index)));
      done = match.index + written.length;
      if (name === 'br' && slash === '') {
        // The line break as text separates the words on its sides wherever the text is used without markup.
        result.push({ type: 'break' }, text('\n'));
      } else if (slash === '' && end === '') {
        open.push({ name, at: result.length });
        result.push(text(written));
      } else if (name === 'br' || end !== '' || !close(name)) {
        result.push(text(written));
      }
    }
    if (done < child.value.length) result.push(text(child.value.slice(done)));
  }
  return joinTexts(result);
}

/** Joins texts that follow each other, because a name or an address may be in both. */
function joinTexts(children: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.type !== 'text' || last?.type !== 'text') result.push(child);
    else result.splice(-1, 1, joined(last, child));
  }
  return result;
}

function joined(first: Text, second: Text): Text {
  const start = first.position?.start;
  const end = second.position?.end;
  return { type: 'text', value: first.value + second.value, ...(start && end && { position: { start, end } }) };
}
