import type { HandoffContext } from './handoff-context.ts';
import { withPlainLineEnds } from './model/form.ts';

/** Composes the text to paste into an agent: its name, the task, the known answers, then the text of the form. */
export function promptText({ to = '', task = '', known = [] }: HandoffContext, text: string): string {
  const answers = known.map(({ question, answer }) => listItem(`${question === '' ? '' : `${question} `}${answer}`));
  const opening = [to.trim() === '' ? '' : `@${to.trim()}`, task.trim()].filter((part) => part !== '').join(' ');
  const parts = [opening, answers.length === 0 ? '' : `Already known:\n\n${answers.join('\n')}`, text];
  return withPlainLineEnds(parts.filter((part) => part.trim() !== '').join('\n\n'));
}

/** Indents the lines after the first, so that Markdown reads them as part of the item. */
function listItem(text: string): string {
  return `- ${withPlainLineEnds(text).split('\n').join('\n  ')}`;
}
