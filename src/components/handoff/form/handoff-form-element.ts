import { FormController } from '../../../forms/form-controller.ts';
import type { Form } from '../../../forms/model/form.ts';
import { requireElement } from '../../../lib/require-element.ts';
import { onStorageChange } from '../../../lib/local-storage.ts';
import { mountFields } from './field-list.ts';
import { mountFormCopy } from './form-copy.ts';
import { mountLazyParts } from './lazy-parts.ts';
import { Preview } from './preview.ts';

/**
 * Base class of the elements around a form's markup (`HandoffForm.astro`). It hands each part of the markup to the code
 * behind it, together with the controller that they share. Its subclasses know what the form is made from.
 */
export abstract class HandoffFormElement extends HTMLElement {
  #leaving?: AbortController;
  #controller?: FormController;

  /** Makes a form of the data of this element: the text of a template or a message, and more of a template. */
  protected abstract readonly makeForm: (data: DOMStringMap) => Form;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const controller = (this.#controller = new FormController(this.makeForm(this.dataset), this.dataset.store ?? ''));
    const rows = mountFields(requireElement(this, 'div', '.form-fields'), controller, signal);
    const preview = new Preview(requireElement(this, 'code', '[data-preview]'));
    const bar = requireElement(this, 'progress');
    const counts = requireElement(this, 'span', '[data-progress]');
    const update = () => {
      const { filled, total } = controller.progress;
      preview.show(controller.segments);
      bar.value = filled;
      counts.textContent = `${String(filled)} of ${String(total)}`;
    };
    controller.on('update', update, signal);
    update();
    const note = requireElement(this, 'p', '[data-note]');
    const showNote = () => {
      note.textContent = controller.note;
    };
    controller.on('note', showNote, signal);
    mountFormCopy(this, requireElement(this, 'button', '[data-copy]'), preview, controller, signal);
    mountLazyParts(this, rows, controller, signal);
    onStorageChange((key) => {
      if (key === undefined || key === controller.drafts.key) controller.load();
    }, signal);
  }

  disconnectedCallback() {
    this.#controller?.close();
    this.#leaving?.abort();
  }
}
