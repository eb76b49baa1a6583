import { messageForm } from '../../forms/message-form.ts';
import { HandoffForm } from './handoff-form.ts';

/** `<message-form>` around the markup of a message's form. */
class MessageForm extends HandoffForm {
  protected read(text: string) {
    return messageForm(text);
  }
}

customElements.define('message-form', MessageForm);
