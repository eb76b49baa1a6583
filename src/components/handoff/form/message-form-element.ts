import { messageForm } from '../../../forms/model/message-form.ts';
import { HandoffFormElement } from './handoff-form-element.ts';

export { messageForm as makeForm };

/** `<message-form>` around the markup of a message's form. */
class MessageFormElement extends HandoffFormElement {
  protected readonly makeForm = messageForm;
}

customElements.define('message-form', MessageFormElement);
