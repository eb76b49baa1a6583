/*
 * Loads the script of a form: at once on the form's own page; for a form that is folded into other text, when the
 * reader unfolds it or reaches it by keyboard.
 */
const load = (form: Element | null) => {
  if (form?.localName === 'template-form') void import('./template-form.ts');
  if (form?.localName === 'message-form') void import('./message-form.ts');
};
const loadFolded = ({ target }: Event) => {
  if (target instanceof Element) load(target.closest('[data-form-here]')?.lastElementChild ?? null);
};

load(document.querySelector('.handoff > .handoff-form'));
// `toggle` does not bubble, so it is observed while it is captured.
document.addEventListener('toggle', loadFolded, true);
document.addEventListener('focusin', loadFolded);
