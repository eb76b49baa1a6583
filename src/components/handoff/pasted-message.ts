/* As in pasted-template.ts. */
import './message-form.ts';

export { messageParser as parser } from '../../forms/message-parser.ts';
