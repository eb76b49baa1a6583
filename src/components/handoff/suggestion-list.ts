/** What happens with a suggestion that somebody takes or gives back. */
interface SuggestionUse {
  /** The text area that the suggestions are for. */
  text: HTMLTextAreaElement;
  take: (suggestion: string) => void;
}

/**
 * Makes a listbox of suggestions work, after the ARIA practices: the arrow keys, Home and End move, Enter and
 * Space take a suggestion or give it back, Escape returns to the text. It is no stop for Tab; from the text, Alt
 * and ↓ lead into it, and so does ↓ where no text is below. Ends with the signal.
 */
export function makeSuggestionList(list: HTMLElement, { text, take }: SuggestionUse, signal: AbortSignal): void {
  const options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
  let last = 0;

  const focus = (index: number) => {
    last = Math.min(Math.max(index, 0), options.length - 1);
    options[last]?.focus();
  };
  const keys: Record<string, (index: number) => void> = {
    ArrowDown: (index) => {
      focus(index + 1);
    },
    ArrowUp: (index) => {
      focus(index - 1);
    },
    Home: () => {
      focus(0);
    },
    End: () => {
      focus(options.length - 1);
    },
    Enter: (index) => {
      take(options[index]?.dataset.suggestion ?? '');
    },
    Escape: () => {
      text.focus();
    },
  };
  const aliases: Record<string, string> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp', ' ': 'Enter' };

  text.addEventListener(
    'keydown',
    (event) => {
      const { key, altKey, shiftKey, isComposing } = event;
      const isAtEnd = text.selectionStart === text.value.length;
      if (key !== 'ArrowDown' || shiftKey || isComposing || !(altKey || isAtEnd)) return;
      event.preventDefault();
      focus(last);
    },
    { signal },
  );
  list.addEventListener(
    'keydown',
    (event) => {
      const index = options.indexOf(event.target as HTMLElement);
      const act = keys[aliases[event.key] ?? event.key];
      if (index === -1 || !act || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      act(index);
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
