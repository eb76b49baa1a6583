/**
 * Looks what somebody has typed or chosen before a script ran, as they can on a slow line.
 * @returns does it again, events and all; nothing where the browser may have restored what an earlier visit left,
 *   which is older than what the address or the store says
 */
export function earlyInput(root: ParentNode): () => void {
  const opened = performance.getEntriesByType('navigation')[0];
  if (!(opened instanceof PerformanceNavigationTiming) || opened.type !== 'navigate') return () => undefined;
  const repeats = [...root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].flatMap(touched);
  return () => {
    for (const { field, state } of repeats) {
      Object.assign(field, state);
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
  };
}

/** A field that is not as the page had it, and what it is. */
function touched(field: HTMLInputElement | HTMLSelectElement) {
  const { type, value } = field;
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
    return value === first?.value ? [] : [{ field, state: { value } }];
  }
  const { checked, defaultChecked, defaultValue } = field;
  // Of radios, the one that is on says all.
  if (type === 'radio' || type === 'checkbox') {
    return checked === defaultChecked || (type === 'radio' && !checked) ? [] : [{ field, state: { checked } }];
  }
  return value === defaultValue ? [] : [{ field, state: { value } }];
}
