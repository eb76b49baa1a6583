/**
 * Gives an element the children that are wanted, and keeps those that it has already, by their `data-key`: what
 * stays is the same to a finger that is about to tap on it, to a screen reader that is about to read it, and to
 * whoever looks at it. Of what is kept, attributes are only added or changed; what somebody else has added stays.
 * @param wanted new elements, each with a key; what is kept takes over what they say
 */
export function keepChildren(parent: Element, wanted: readonly Element[]): void {
  const old = new Map([...parent.children].map((child) => [keyOf(child), child]));
  const next = wanted.map((child) => {
    const kept = old.get(keyOf(child));
    if (kept?.localName !== child.localName) return child;
    old.delete(keyOf(child));
    takeOver(kept, child);
    return kept;
  });
  const staying = new Set(next);
  for (const child of [...parent.childNodes]) if (!(child instanceof Element && staying.has(child))) child.remove();
  for (const [index, child] of next.entries()) {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  }
}

function takeOver(kept: Element, wanted: Element) {
  for (const { name, value } of wanted.attributes) {
    if (kept.getAttribute(name) !== value) kept.setAttribute(name, value);
  }
  const children = [...wanted.children];
  if (children.length > 0 && children.every((child) => keyOf(child) !== undefined)) keepChildren(kept, children);
  else if (!hasSameNodes(kept, wanted)) kept.replaceChildren(...wanted.childNodes);
}

function hasSameNodes(one: Element, other: Element): boolean {
  const [some, others] = [[...one.childNodes], [...other.childNodes]];
  return some.length === others.length && some.every((node, index) => node.isEqualNode(others[index] ?? null));
}

function keyOf(element: Element): string | undefined {
  return element.getAttribute('data-key') ?? undefined;
}
