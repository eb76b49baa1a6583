/* With the form, which is there already, the bundler keeps all that both read in one file: every page names fewer. */
import './template-form.ts';

export { templateParser as parser } from '../../forms/template-parser.ts';
