import type { CollaborationFlow } from '../../playbook/elements/collaboration-flow.ts';
import { arrow, type Route } from '../../playbook/elements/route.ts';
import type { Workflow } from '../../playbook/elements/workflow.ts';
import { entriesOf, listItems, type OpenFile } from '../shared/list-entry.ts';
import { plainText } from '../shared/text.ts';

export type Flow = Workflow | CollaborationFlow;

/** A step in its author's markdown. */
export interface WrittenStep {
  markdown: string;
  route?: Route;
  tasks: string[];
}

/** The steps of a flow in their author's markdown. */
export function writtenSteps(element: Flow, file: OpenFile): WrittenStep[] {
  if (element.kind === 'collaboration-flow') {
    return element.steps.map(({ task, route }) => ({ markdown: escaped(task), route, tasks: [] }));
  }
  const items = entriesOf(file, element.slug);
  return element.steps.map(({ title, route, tasks, line }, index) => {
    const item = items[index];
    const [written = ''] = item ? file.entry(item).markdown.split(arrow) : [];
    return {
      // Where an arrow stands inside of markup, the words without markup are all that can be kept.
      markdown: plainText(written) === title ? written.trim() : escaped(title),
      ...(route && { route }),
      tasks: element.form === 'phases' ? tasksFrom(line, tasks, file) : tasks.map(escaped),
    };
  });
}

/** The tasks of the phase whose heading is on a line, as written. */
function tasksFrom(line: number, tasks: readonly string[], file: OpenFile): string[] {
  const section = file.sections.find((section) => section.line === line);
  const written = (section?.blocks ?? []).flatMap(listItems).map((item) => file.entry(item).markdown);
  const byWords = new Map(written.map((markdown) => [plainText(markdown), markdown]));
  return tasks.map((task) => byWords.get(task) ?? escaped(task));
}

/** Words that are not markdown, as markdown that shows the same: every sign that could mean something is escaped. */
function escaped(words: string): string {
  return words.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/^(\d*)([#+.)-])/, '$1\\$2');
}
