/* As in pasted-template.ts. */
import '../form/message-form.ts';

export { messageParser as parser } from '../../../forms/model/message-parser.ts';
