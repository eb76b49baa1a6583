import { parseTemplate } from '../../../forms/model/template-parser.ts';
import { readTemplate } from '../form/template-form.ts';

/** Parses a pasted text as the template of the form on the page, filled; `undefined` if it is another text. */
export function parsePasted(template: string, pasted: string) {
  return parseTemplate(readTemplate(template), pasted);
}
