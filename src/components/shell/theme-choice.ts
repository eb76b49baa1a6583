/** The script in the page's head reads the same key before the first paint. */
const STORAGE_KEY = 'playbook:theme';

/** `<theme-choice>` around a `<select>`: light, dark, or the system's theme. */
class ThemeChoice extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    const select = this.querySelector('select');
    if (!select) return;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const show = () => {
      select.value = document.documentElement.dataset.theme ?? 'system';
    };
    show();
    select.addEventListener(
      'change',
      () => {
        choose(select.value);
      },
      { signal },
    );
    // A choice in another tab applies to this one too.
    addEventListener(
      'storage',
      ({ key, newValue }) => {
        if (key !== STORAGE_KEY) return;
        apply(newValue ?? 'system');
        show();
      },
      { signal },
    );
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

function choose(theme: string): void {
  apply(theme);
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // If storage is blocked or full, the choice applies to this page only.
  }
}

function apply(theme: string): void {
  const root = document.documentElement;
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
}

customElements.define('theme-choice', ThemeChoice);
