import type { FormController } from '../../../forms/form-controller.ts';
import { unknownKeys, valueAt } from '../../../forms/model/form.ts';
import { createElement } from '../../../lib/dom.ts';

/**
 * Shows the values of fields that the author has removed from the form since, so that the reader can copy them.
 * @param container of all fields; they are added at its end
 */
export function mountRemovedFields(container: HTMLElement, controller: FormController, signal: AbortSignal): void {
  const frame = createElement('div', { class: 'form-removed' });
  let shown = '[]';
  const show = () => {
    const { form, values, drafts } = controller;
    const removed = unknownKeys(form, values).map((key) => [key, valueAt(values, key)] as const);
    const text = JSON.stringify(removed);
    if (text === shown) return;
    shown = text;
    const explanation = `The author has changed this ${form.kind}. The draft also has values for fields that were removed. They stay saved, but are not part of the text:`;
    const fields = removed.map(([key, value], index) =>
      createField(`${drafts.key}:removed:${String(index)}`, key, value),
    );
    frame.replaceChildren(
      ...(removed.length === 0 ? [] : [createElement('p', { class: 'eyebrow' }, explanation), ...fields]),
    );
    if (!frame.isConnected) container.append(frame);
  };
  controller.on('update', show, signal);
  signal.addEventListener('abort', () => {
    frame.remove();
  });
  show();
}

function createField(id: string, label: string, value: string): HTMLElement {
  const text = createElement('textarea', { class: 'field', id, rows: '1', readonly: '' });
  text.value = value;
  return createElement('div', { class: 'form-field' }, createElement('label', { for: id }, label), text);
}
