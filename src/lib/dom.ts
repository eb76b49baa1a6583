/**
 * Creates an element. Strings become text nodes: nothing passed in is parsed as HTML.
 * @param attributes those that are undefined are left out
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

/**
 * Finds an element that the page's markup always contains.
 * @throws if it is missing, because script and markup then disagree
 */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  tag: Tag,
  selector = '',
): HTMLElementTagNameMap[Tag] {
  const found = root.querySelector<HTMLElementTagNameMap[Tag]>(tag + selector);
  if (!found) throw new Error(`${tag}${selector} is missing`);
  return found;
}

/**
 * Whether a key event belongs to an input method (IME), which must receive all keys while the reader composes a
 * character. Safari reports the key that ends a composition as code 229 only
 * (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari has no other sign of it.
  return event.isComposing || event.keyCode === 229;
}
