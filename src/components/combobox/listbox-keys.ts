/** The keys of a listbox that differ from one list to another. */
export interface ListboxKeys {
  /** Whether ↓ on the last option moves to the first, and ↑ on the first to the last. */
  wraps: boolean;
  /** Options that Page Up and Page Down skip; absent if these keys do not move. */
  pageSize?: number;
  /** Whether Home and End move. Where the focus is in a text field, they belong to the text at first. */
  homeAndEnd: boolean;
  /** Whether ← and → move like ↑ and ↓. */
  horizontal?: boolean;
}

/**
 * Returns the index of the option that a key moves to, after the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/listbox/); `undefined` if the key does not move.
 * @param active index of the current option, or -1
 */
export function moveByKey(key: string, active: number, count: number, keys: ListboxKeys): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  const { wraps, pageSize, homeAndEnd, horizontal = false } = keys;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      if (key === 'ArrowRight' && !horizontal) return undefined;
      return active < last ? active + 1 : wraps ? 0 : last;
    case 'ArrowLeft':
    case 'ArrowUp':
      if (key === 'ArrowLeft' && !horizontal) return undefined;
      return active > 0 ? active - 1 : wraps ? last : 0;
    case 'PageDown':
      return pageSize === undefined ? undefined : Math.min(active + pageSize, last);
    case 'PageUp':
      return pageSize === undefined ? undefined : Math.max(active - pageSize, 0);
    case 'Home':
      return homeAndEnd ? 0 : undefined;
    case 'End':
      return homeAndEnd ? last : undefined;
    default:
      return undefined;
  }
}
