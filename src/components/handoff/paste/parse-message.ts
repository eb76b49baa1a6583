import { parseMessage } from '../../../forms/model/message-parser.ts';
import { readMessage } from '../form/message-form.ts';

/** Parses a pasted text as the message of the form on the page, filled; `undefined` if it is another text. */
export function parsePasted(sample: string, pasted: string) {
  return parseMessage(readMessage(sample), pasted);
}
