import type { FormController } from '../../../forms/form-controller.ts';
import type { FormField, InsertMode } from '../../../forms/model/form.ts';
import { isInserted, toggleSuggestion } from '../../../forms/model/insert-suggestion.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { moveByKey } from '../../combobox/listbox-keys.ts';
import type { FieldRow } from './field-list.ts';

/** Makes the suggestions of all fields insertable, and shows which of them the values contain. */
export function mountSuggestions(rows: readonly FieldRow[], controller: FormController, signal: AbortSignal): void {
  const lists = rows.flatMap(({ frame, text }) => {
    const list = frame.querySelector<HTMLElement>('[role=listbox]');
    return list ? [{ list, text }] : [];
  });
  const mark = () => {
    for (const { list, text } of lists) markInserted(list, text.value);
  };
  for (const { list, text } of lists) mountSuggestionList(list, text, signal);
  controller.on('update', mark, signal);
  mark();
}

/**
 * Makes the listbox of a field's suggestions work (https://www.w3.org/WAI/ARIA/apg/patterns/listbox/). Arrow keys, Home
 * and End move, Enter and Space insert or remove a suggestion, Escape returns to the text. The list is not a tab stop:
 * Alt ↓ moves into it from the text, and so does ↓ at the end of the text.
 */
function mountSuggestionList(list: HTMLElement, text: HTMLTextAreaElement, signal: AbortSignal): void {
  const options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const suggesting = readSuggestions(list);
  let last = 0;

  const focus = (index: number) => {
    last = index;
    options[last]?.focus();
  };
  const keys: Record<string, (index: number) => void> = {
    Enter: (index) => {
      const { value, caret } = toggleSuggestion(suggesting, text.value, suggesting.suggestions[index] ?? '');
      text.value = value;
      text.setSelectionRange(caret, caret);
      for (const type of ['input', 'change']) text.dispatchEvent(new Event(type));
    },
    Escape: () => {
      text.focus();
    },
  };
  const aliases: Record<string, string> = { ' ': 'Enter' };

  text.addEventListener(
    'keydown',
    (event) => {
      const { key, altKey, shiftKey } = event;
      const isAtEnd = text.selectionStart === text.value.length;
      if (key !== 'ArrowDown' || shiftKey || isComposing(event) || !(altKey || isAtEnd)) return;
      event.preventDefault();
      focus(last);
    },
    { signal },
  );
  list.addEventListener(
    'keydown',
    (event) => {
      const index = options.indexOf(event.target as HTMLElement);
      if (index === -1 || isComposing(event) || event.ctrlKey || event.metaKey) return;
      const next = moveByKey(event.key, index, options.length, { wraps: false, homeAndEnd: true, horizontal: true });
      const act = keys[aliases[event.key] ?? event.key];
      if (next === undefined && !act) return;
      event.preventDefault();
      if (next !== undefined) focus(next);
      else act?.(index);
    },
    { signal },
  );
  list.addEventListener(
    'click',
    ({ target }) => {
      const index = options.findIndex((option) => option.contains(target as Node));
      if (index === -1) return;
      last = index;
      keys.Enter?.(index);
    },
    { signal },
  );
}

/** Shows which suggestions are in the text. */
function markInserted(list: HTMLElement, text: string): void {
  const suggesting = readSuggestions(list);
  list.querySelectorAll('[role=option]').forEach((option, index) => {
    option.setAttribute('aria-selected', String(isInserted(suggesting, text, suggesting.suggestions[index] ?? '')));
  });
}

function readSuggestions(list: HTMLElement): Pick<FormField, 'insertMode' | 'suggestions'> {
  const { insertMode } = list.dataset;
  const options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
  return {
    insertMode: isInsertMode(insertMode) ? insertMode : 'one',
    suggestions: options.map(({ dataset }) => dataset.suggestion ?? ''),
  };
}

function isInsertMode(text: string | undefined): text is InsertMode {
  return text === 'one-of' || text === 'some-of' || text === 'lines';
}
