/**
 * Returns an element that the page's markup always contains.
 * @throws if it is missing, because script and markup then disagree
 */
export function requireElement<Tag extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  tag: Tag,
  selector = '',
): HTMLElementTagNameMap[Tag] {
  const found = root.querySelector<HTMLElementTagNameMap[Tag]>(tag + selector);
  if (!found) throw new Error(`${tag}${selector} is missing`);
  return found;
}
