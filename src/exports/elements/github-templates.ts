import { agentsOn, type Route } from '../../playbook/elements/route.ts';
import { frontMatter } from '../file-text.ts';
import { oneLine } from '../one-line.ts';
import { withoutMentions } from '../inert-text.ts';

/** One step of a flow, as its author wrote it. */
export interface IssueStep {
  /** May be empty if the file names only the agents. */
  markdown: string;
  route?: Route;
  tasks: readonly string[];
}

/** A flow with what its issue template says about it. */
export interface IssueFlow {
  title: string;
  /** "Workflow of rust-pro, 9 steps". */
  about: string;
  /** The event that starts it; empty if it begins with its first step. */
  start: string;
  steps: readonly IssueStep[];
}

const MAX_TITLE = 200;

/** An item of a gate, as its author wrote it. */
export interface ChecklistItem {
  markdown: string;
  /** The lines nested in it, without the indent that they share. */
  nested: readonly string[];
}

/** Returns a gate as a checklist for pull requests. Every item is open, also one that the file has ticked. */
export function pullRequestTemplate(title: string, items: readonly ChecklistItem[]): string {
  const lines = items.flatMap(({ markdown, nested }) => [
    `- [ ] ${inText(markdown)}`,
    ...nested.map((line) => (line.trim() === '' ? '' : `  ${withoutMentions(line)}`)),
  ]);
  return [`## ${inText(title)}`, '', ...lines, ''].join('\n');
}

/** Returns a flow as an issue template of GitHub: a task for each step, with its agents. */
export function issueTemplate({ title, about, start, steps }: IssueFlow): string {
  const body = [
    ...(start === '' ? [] : [`Starts with: ${inText(start)}`, '']),
    ...steps.flatMap(({ markdown, route, tasks }, index) => [
      `- [ ] ${String(index + 1)}. ${stepText(markdown, route)}`,
      ...tasks.map((task) => `  - [ ] ${inText(task)}`),
    ]),
  ].join('\n');
  const name = oneLine(title, MAX_TITLE);
  return `${frontMatter({ name, about: oneLine(about, MAX_TITLE), title: `${name}: `, labels: '' })}
${body}
`;
}

function stepText(markdown: string, route: Route | undefined): string {
  const agents = agentsOn(route).map((agent) => `\`${agent.replaceAll('`', '')}\``);
  // Roles, and the words between several agents, are only in the text as written.
  const isPlain = route?.parties.length === agents.length;
  const who = isPlain ? agents.join(route.joined === 'or' ? ' or ' : ' and ') : inText(route?.written ?? '');
  if (markdown.trim() === '') return who;
  return who === '' ? inText(markdown) : `${inText(markdown)} (${who})`;
}

function inText(markdown: string): string {
  return withoutMentions(markdown.replace(/\s+/g, ' ').trim());
}
