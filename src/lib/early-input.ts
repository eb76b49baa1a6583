type Field = HTMLInputElement | HTMLSelectElement;
type FieldState = { checked: boolean } | { value: string };

/**
 * Records what the reader typed or chose before the page's script ran, which happens on slow connections.
 * @returns a function that restores it and dispatches its events. It does nothing after a reload or a return to the
 *   page: the browser may then have restored an older state than the one in the URL or in storage.
 */
export function earlyInput(root: ParentNode): () => void {
  const navigation = performance.getEntriesByType('navigation')[0];
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== 'navigate') return () => undefined;
  const fields = [...root.querySelectorAll<Field>('input, select')];
  const states = fields.map((field) => [field, changedState(field)] as const);
  return () => {
    for (const [field, state] of states) {
      if (!state) continue;
      Object.assign(field, state);
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
  };
}

/** The state of a field that differs from its initial one. */
function changedState(field: Field): FieldState | undefined {
  const { type, value } = field;
  if (field instanceof HTMLSelectElement) {
    const initial = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
    return value === initial?.value ? undefined : { value };
  }
  const { checked, defaultChecked, defaultValue } = field;
  if (type === 'checkbox') return checked === defaultChecked ? undefined : { checked };
  // In a group of radio buttons, the checked one is enough.
  if (type === 'radio') return checked && !defaultChecked ? { checked } : undefined;
  return value === defaultValue ? undefined : { value };
}
