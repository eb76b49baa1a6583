import type { CollaborationFlow } from '../../playbook/elements/collaboration-flow.ts';
import { arrow, type Route } from '../../playbook/elements/route.ts';
import type { Workflow } from '../../playbook/elements/workflows/workflow.ts';
import { entriesOf, listItems, type FileRenderer } from '../shared/list-entry.ts';
import { plainText } from '../shared/text.ts';

export type Flow = Workflow | CollaborationFlow;

/** A step as the author wrote it. */
export interface WrittenStep {
  markdown: string;
  route?: Route;
  tasks: string[];
}

/** Returns the steps of a flow as the author wrote them, markup included. */
export function writtenSteps(element: Flow, file: FileRenderer): WrittenStep[] {
  if (element.kind === 'collaboration-flow') {
    return element.steps.map(({ task, route }) => ({ markdown: escapeMarkdown(task), route, tasks: [] }));
  }
  const items = entriesOf(file, element.slug);
  return element.steps.map(({ title, route, tasks, line }, index) => {
    const item = items[index];
    const [written = ''] = item ? file.markdown(item).split(arrow) : [];
    return {
      // If the arrow is inside markup, cutting there would break the markup: fall back to the plain title.
      markdown: plainText(written) === title ? written.trim() : escapeMarkdown(title),
      ...(route && { route }),
      tasks: element.variant === 'phases' ? phaseTasks(line, tasks, file) : tasks.map(escapeMarkdown),
    };
  });
}

/** Returns the tasks of a phase as the author wrote them. `line` is that of the phase's heading. */
function phaseTasks(line: number, tasks: readonly string[], file: FileRenderer): string[] {
  const section = file.sections.find((section) => section.line === line);
  const written = (section?.blocks ?? []).flatMap(listItems).map((item) => file.markdown(item));
  const byPlainText = new Map(written.map((markdown) => [plainText(markdown), markdown]));
  return tasks.map((task) => byPlainText.get(task) ?? escapeMarkdown(task));
}

/** Escapes plain text so that it reads the same as markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/^(\d*)([#+.)-])/, '$1\\$2');
}
