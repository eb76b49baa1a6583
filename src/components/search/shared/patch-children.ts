/**
 * Replaces the children of an element, but reuses those with the same `data-key`. What stays is the same element to a
 * finger about to tap it, to a screen reader about to read it, and to the eye. Attributes of a reused element are only
 * added or changed, so those that other code has added stay.
 * @param wanted new elements, each with a key
 */
export function patchChildren(parent: Element, wanted: readonly Element[]): void {
  const old = new Map([...parent.children].map((child) => [keyOf(child), child]));
  const next = wanted.map((child) => {
    const reused = old.get(keyOf(child));
    if (reused?.localName !== child.localName) return child;
    old.delete(keyOf(child));
    patchElement(reused, child);
    return reused;
  });
  const staying = new Set(next);
  for (const child of [...parent.childNodes]) if (!(child instanceof Element && staying.has(child))) child.remove();
  for (const [index, child] of next.entries()) {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  }
}

function patchElement(reused: Element, wanted: Element) {
  for (const { name, value } of wanted.attributes) {
    if (reused.getAttribute(name) !== value) reused.setAttribute(name, value);
  }
  const children = [...wanted.children];
  if (children.length > 0 && children.every((child) => keyOf(child) !== undefined)) patchChildren(reused, children);
  else if (!hasSameNodes(reused, wanted)) reused.replaceChildren(...wanted.childNodes);
}

function hasSameNodes(one: Element, other: Element): boolean {
  const [some, others] = [[...one.childNodes], [...other.childNodes]];
  return some.length === others.length && some.every((node, index) => node.isEqualNode(others[index] ?? null));
}

function keyOf(element: Element): string | undefined {
  return element.getAttribute('data-key') ?? undefined;
}
