import { withPlainLineEnds } from './model/form.ts';

/** A question that somebody has answered before the form was opened. */
export interface Known {
  question: string;
  answer: string;
}

/** What stands around a form's text when it is handed to somebody. */
export interface Handover {
  /** Name of the agent that receives it, without the `@`. */
  to?: string;
  task?: string;
  known?: readonly Known[];
}

/** The text as a prompt: whom it is for, the task, what is known already, then the text itself. */
export function promptText({ to = '', task = '', known = [] }: Handover, text: string): string {
  const answers = known.map(({ question, answer }) => indented(`- ${question === '' ? '' : `${question} `}${answer}`));
  const opening = [to.trim() === '' ? '' : `@${to.trim()}`, task.trim()].filter((part) => part !== '').join(' ');
  const parts = [opening, answers.length === 0 ? '' : `Already known:\n\n${answers.join('\n')}`, text];
  return withPlainLineEnds(parts.filter((part) => part.trim() !== '').join('\n\n'));
}

/** Lines after the first stay in their item. */
function indented(item: string): string {
  return withPlainLineEnds(item).split('\n').join('\n  ');
}
