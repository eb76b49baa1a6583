/*
 * Forms among other text cost nothing until somebody turns to one: unfolds it, or comes to it by keyboard.
 */
const load = ({ target }: Event) => {
  const here = target instanceof Element ? target.closest('[data-form-here]') : null;
  if (here?.querySelector('template-form')) void import('./template-form.ts');
  if (here?.querySelector('message-form')) void import('./message-form.ts');
};

// A toggle does not bubble.
document.addEventListener('toggle', load, true);
document.addEventListener('focusin', load);
