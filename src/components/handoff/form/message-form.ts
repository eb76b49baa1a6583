import { messageForm } from '../../../forms/model/message-form.ts';
import { HandoffForm } from './handoff-form.ts';

export { messageForm as readForm };

/** `<message-form>` around the markup of a message's form. */
class MessageForm extends HandoffForm {
  protected readonly read = messageForm;
}

customElements.define('message-form', MessageForm);
