import { unknownKeys, valueAt } from '../../../forms/model/form.ts';
import { element } from '../../../lib/dom.ts';
import type { HandoffForm } from './handoff-form.ts';

/** Shows what was written into fields that the form has no more: to be read and copied, never dropped. */
export function showLostFields(form: HandoffForm): void {
  const keys = unknownKeys(form.form, form.values);
  const known = form.querySelector<HTMLElement>('[data-lost]');
  const shown = JSON.stringify(keys.map((key) => [key, valueAt(form.values, key)]));
  if (known ? known.dataset.lost === shown : keys.length === 0) return;
  const frame = known ?? element('div', { class: 'form-lost' });
  frame.dataset.lost = shown;
  const what = form.form.kind;
  const words = `Its author has changed this ${what}. The draft has more, which is kept, but not part of the text:`;
  const fields = keys.map((key, index) => {
    const id = `${form.find('progress').getAttribute('aria-labelledby') ?? ''}:lost:${String(index)}`;
    const text = element('textarea', { class: 'field', id, rows: '1', readonly: '' });
    text.value = valueAt(form.values, key);
    return element('div', { class: 'form-field' }, element('label', { for: id }, key), text);
  });
  frame.replaceChildren(...(keys.length === 0 ? [] : [element('p', { class: 'eyebrow' }, words), ...fields]));
  if (!frame.isConnected) form.find('.form-fields').append(frame);
}
