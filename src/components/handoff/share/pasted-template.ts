/* With the form, which is there already, the bundler keeps all that both read in one file: every page names fewer. */
import '../form/template-form.ts';

export { templateParser as parser } from '../../../forms/model/template-parser.ts';
