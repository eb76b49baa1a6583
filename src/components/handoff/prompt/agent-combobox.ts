import { createElement } from '../../../lib/dom.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { Combobox } from '../../combobox/combobox.ts';

/** Longer lists are cut: the reader narrows them by typing. */
const MAX_OPTIONS = 50;

/** The agents that can be chosen. */
interface AgentOptions {
  /** Names of the agents listed first. */
  suggested: readonly string[];
  /** URL of the names of all agents on the roster. */
  rosterUrl: string;
}

/**
 * Turns a text field into a combobox of agents (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/: editable, list
 * autocomplete, manual selection). ↓ and ↑ move, Enter selects, Escape closes the list and then clears the field. The
 * field also accepts names that are not in the list.
 * @param onChange is called when the reader types or selects a name
 */
export function mountAgentCombobox(
  field: HTMLInputElement,
  { suggested, rosterUrl }: AgentOptions,
  onChange: () => void,
  signal: AbortSignal,
): void {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  if (!list) return;
  const first = suggested.filter((name) => name !== '');
  let names: readonly string[] = first;
  let isRequested = false;
  let isOpen = false;
  const combobox = new Combobox(field, list);

  const close = () => {
    isOpen = false;
    combobox.hide();
  };
  const open = () => {
    isOpen = true;
    const typed = field.value.trim().replace(/^@/, '').toLowerCase();
    const found = names.filter((name) => name.toLowerCase().includes(typed)).slice(0, MAX_OPTIONS);
    list.replaceChildren(
      ...found.map((name, index) =>
        createElement(
          'li',
          { role: 'option', id: `${list.id}:${String(index)}`, 'aria-selected': 'false', 'data-name': name },
          name,
          ...(first.includes(name) ? [createElement('span', { class: 'eyebrow' }, ' suggested')] : []),
        ),
      ),
    );
    combobox.show([...list.querySelectorAll<HTMLElement>('[role=option]')]);
  };
  const select = (option: HTMLElement | undefined) => {
    field.value = option?.dataset.name ?? field.value;
    close();
    onChange();
  };
  const move = (key: string) => {
    if (!isOpen) open();
    combobox.move(key);
  };
  const loadRoster = async () => {
    if (isRequested) return;
    isRequested = true;
    try {
      const response = await fetch(rosterUrl, { signal });
      const all = response.ok ? ((await response.json()) as string[]) : [];
      names = [...first, ...all.filter((name) => !first.includes(name))];
      const activeName = combobox.active?.dataset.name;
      if (isOpen) open();
      // The option that the reader moved to while the names were loading stays active.
      if (activeName !== undefined) {
        combobox.activate(combobox.options.findIndex(({ dataset }) => dataset.name === activeName));
        combobox.scrollToActive();
      }
    } catch {
      // The suggested agents can still be selected and others typed. The next focus requests the names again.
      isRequested = false;
    }
  };
  const on = (target: HTMLElement, type: string, listener: (event: Event) => void) => {
    target.addEventListener(type, listener, { signal });
  };

  on(field, 'focus', () => void loadRoster());
  on(field, 'click', open);
  on(field, 'input', () => {
    open();
    onChange();
  });
  on(field, 'blur', close);
  on(field, 'keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || isComposing(event)) return;
    const { key, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key);
    else if (key === 'Enter' && combobox.active) select(combobox.active);
    else if (key === 'Escape' && !list.hidden) close();
    else if (key === 'Escape') {
      field.value = '';
      onChange();
    } else return;
    event.preventDefault();
  });
  // Keeps the focus in the field, because losing it would close the list before the click.
  on(list, 'mousedown', (event) => {
    event.preventDefault();
  });
  on(list, 'click', ({ target }) => {
    if (target instanceof Element) select(target.closest<HTMLElement>('[role=option]') ?? undefined);
  });
  // The reader may have focused the field before this script ran.
  if (document.activeElement === field) {
    void loadRoster();
    open();
  }
}
