import type { Form } from '../../../forms/model/form.ts';
import { messageForm } from '../../../forms/model/message-form.ts';
import { HandoffFormElement } from './handoff-form-element.ts';

/**
 * Makes the form of a message.
 * @param data the data of the form's element, with the text
 */
export function makeForm({ text = '' }: DOMStringMap): Form {
  return messageForm(text);
}

/** `<message-form>` around the markup of a message's form. */
class MessageFormElement extends HandoffFormElement {
  protected readonly makeForm = makeForm;
}

customElements.define('message-form', MessageFormElement);
