/*
 * Forms are loaded where they are what the page is for; those folded among other text, when somebody unfolds one or
 * comes to it by keyboard.
 */
const load = (form: Element | null) => {
  if (form?.localName === 'template-form') void import('./template-form.ts');
  if (form?.localName === 'message-form') void import('./message-form.ts');
};
const loadFolded = ({ target }: Event) => {
  if (target instanceof Element) load(target.closest('[data-form-here]')?.lastElementChild ?? null);
};

load(document.querySelector('.handoff > .handoff-form'));
// A toggle does not bubble.
document.addEventListener('toggle', loadFolded, true);
document.addEventListener('focusin', loadFolded);
