type Field = HTMLInputElement | HTMLSelectElement;
type State = { checked: boolean } | { value: string };

/**
 * Looks what somebody has typed or chosen before a script ran, as they can on a slow line.
 * @returns does it again, events and all; nothing where the browser may have restored what an earlier visit left,
 *   which is older than what the address or the store says
 */
export function earlyInput(root: ParentNode): () => void {
  const opened = performance.getEntriesByType('navigation')[0];
  if (!(opened instanceof PerformanceNavigationTiming) || opened.type !== 'navigate') return () => undefined;
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

/** The state of a field that is not as the page had it. */
function changedState(field: Field): State | undefined {
  const { type, value } = field;
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
    return value === first?.value ? undefined : { value };
  }
  const { checked, defaultChecked, defaultValue } = field;
  if (type === 'checkbox') return checked === defaultChecked ? undefined : { checked };
  // Of radios, the one that is on says all.
  if (type === 'radio') return checked && !defaultChecked ? { checked } : undefined;
  return value === defaultValue ? undefined : { value };
}
