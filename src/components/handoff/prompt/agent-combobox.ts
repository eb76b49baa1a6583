import { element } from '../../../lib/dom.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { Combobox } from '../../combobox/combobox.ts';

/** More names than this are narrowed by typing. */
const MOST_SHOWN = 50;

/** Who can be chosen. */
interface Agents {
  /** Offered first. */
  suggested: readonly string[];
  /** Address of everybody's names. */
  roster: string;
}

/**
 * Makes a text field a combobox over agents, after the ARIA practices (editable, list autocomplete, manual
 * selection): ↓ and ↑ move, Enter takes, Escape closes and then empties. Whatever else is typed is as good.
 */
export function makeAgentChoice(
  field: HTMLInputElement,
  { suggested, roster }: Agents,
  chosen: () => void,
  signal: AbortSignal,
): void {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  if (!list) return;
  const first = suggested.filter((name) => name !== '');
  let names: readonly string[] = first;
  let hasAsked = false;
  let isOpen = false;
  const combobox = new Combobox(field, list);

  const close = () => {
    isOpen = false;
    combobox.hide();
  };
  const open = () => {
    isOpen = true;
    const typed = field.value.trim().replace(/^@/, '').toLowerCase();
    const found = names.filter((name) => name.toLowerCase().includes(typed)).slice(0, MOST_SHOWN);
    list.replaceChildren(
      ...found.map((name, index) =>
        element(
          'li',
          { role: 'option', id: `${list.id}:${String(index)}`, 'aria-selected': 'false', 'data-name': name },
          name,
          ...(first.includes(name) ? [element('span', { class: 'eyebrow' }, ' suggested')] : []),
        ),
      ),
    );
    combobox.show([...list.querySelectorAll<HTMLElement>('[role=option]')]);
  };
  const take = (option: HTMLElement | undefined) => {
    field.value = option?.dataset.name ?? field.value;
    close();
    chosen();
  };
  const move = (key: string) => {
    if (!isOpen) open();
    combobox.move(key);
  };
  const askRoster = async () => {
    if (hasAsked) return;
    hasAsked = true;
    try {
      const response = await fetch(roster, { signal });
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
      // Whom the page suggests can be chosen, and everybody typed; the next visit asks again.
      hasAsked = false;
    }
  };
  const on = (target: HTMLElement, type: string, listener: (event: Event) => void) => {
    target.addEventListener(type, listener, { signal });
  };

  on(field, 'focus', () => void askRoster());
  on(field, 'click', open);
  on(field, 'input', () => {
    open();
    chosen();
  });
  on(field, 'blur', close);
  on(field, 'keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || isComposing(event)) return;
    const { key, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key);
    else if (key === 'Enter' && combobox.active) take(combobox.active);
    else if (key === 'Escape' && !list.hidden) close();
    else if (key === 'Escape') {
      field.value = '';
      chosen();
    } else return;
    event.preventDefault();
  });
  // Before the field loses the focus and with it the list.
  on(list, 'mousedown', (event) => {
    event.preventDefault();
  });
  on(list, 'click', ({ target }) => {
    if (target instanceof Element) take(target.closest<HTMLElement>('[role=option]') ?? undefined);
  });
  // Whoever was quicker than this script is waiting for the list.
  if (document.activeElement === field) {
    void askRoster();
    open();
  }
}
