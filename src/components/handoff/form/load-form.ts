/** Loads the script of a form, by its kind. */
export function loadForm(form: Element): void {
  if (form.localName === 'template-form') void import('./template-form-element.ts');
  if (form.localName === 'message-form') void import('./message-form-element.ts');
}
