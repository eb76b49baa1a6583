/* The files for language models, after https://llmstxt.org: a title, a summary, and lists of links to markdown. */

import {
  accessPath,
  agentPath,
  agentsPath,
  decidePath,
  delegationPath,
  flowsPath,
  gatesPath,
  guidePath,
  handoffsPath,
  href,
  llmsFullPath,
  playbookJsonPath,
  problemsPath,
  rosterPath,
  schemaPath,
  skillPath,
  topicsPath,
} from '../../links.ts';
import { site } from '../../site.ts';
import { plainText } from '../shared/text.ts';
import { agentMarkdown } from './agent-markdown.ts';
import { blocks, bullets, link, plain } from './markdown-text.ts';
import { markdownPath } from './markdown-path.ts';
import type { MarkdownSource } from './markdown-source.ts';

/** With longer system prompts, they are left out of the full text: no model reads more, about a million tokens. */
const MAX_PROMPTS_LENGTH = 4_000_000;

/** Returns the address of a page's markdown version. */
function markdownAddress(page: `/${string}`): string {
  return href(markdownPath(page) ?? page);
}

/** Returns `llms.txt`: what the site is, its agents, and the lists of everything else. */
export function llmsText({ playbook, guide }: Pick<MarkdownSource, 'playbook' | 'guide'>): string {
  const lists: [label: string, path: `/${string}`, purpose: string][] = [
    ['Decision trees', decidePath, 'Questions that lead to the right agents'],
    ['Delegation', delegationPath, 'Which agent gets which task'],
    ['Flows', flowsPath, 'Which agent does what, step by step'],
    ['Handoffs', handoffsPath, 'Templates and messages: what the next agent needs to know'],
    ['Gates', gatesPath, 'Checklists to pass before going on'],
    ['Access', accessPath, 'What each agent may do'],
  ];
  const optional: typeof lists = [
    ['Agents', agentsPath, 'All agents with topics, model and tools'],
    ['Topics', topicsPath, 'What each agent covers, and how deeply'],
    ['Roster', rosterPath, 'Every agent that a file names'],
    ['Problems', problemsPath, 'What is wrong in the files'],
  ];
  const listed = (some: typeof lists) =>
    bullets(some.map(([label, path, hint]) => `${link(label, markdownAddress(path))}: ${hint}`));
  return blocks(
    `# ${plain(site.title)}`,
    `> ${plain(site.description)}`,
    'Coding agents are stored as markdown files, and this site says what is in them. Every link leads to markdown. A page of the site has its markdown at its own address with `index.md` added.',
    playbook.agents.length > 0 &&
      blocks(
        '## Agents',
        bullets(
          playbook.agents.map(({ id, name, summary }) => {
            const words = plainText(summary);
            return `${link(name, markdownAddress(agentPath(id)))}${words === '' ? '' : `: ${plain(words)}`}`;
          }),
        ),
      ),
    blocks('## Working together', listed(lists)),
    blocks(
      '## For programs',
      bullets([
        `${link('playbook.json', href(playbookJsonPath))}: the whole model, with ${link('its JSON Schema', href(schemaPath('playbook')))}`,
        `${link('SKILL.md', href(skillPath))}: a skill for asking this playbook`,
        `${link('llms-full.txt', href(llmsFullPath))}: all agents in one file`,
      ]),
    ),
    guide.length > 0 &&
      blocks(
        '## Guide',
        bullets(
          guide.map(
            ({ id, title, description }) =>
              `${link(title, markdownAddress(`${guidePath}${id}/`))}: ${plain(description)}`,
          ),
        ),
      ),
    blocks('## Optional', listed(optional)),
  );
}

/** Returns `llms-full.txt`: the text of `llms.txt`, then the markdown versions of all agents’ pages. */
export function llmsFullText(source: Pick<MarkdownSource, 'playbook' | 'topics' | 'guide'>): string {
  const { playbook, topics } = source;
  const length = playbook.agents.reduce((sum, { cost }) => sum + cost.prompt, 0);
  const withPrompts = length <= MAX_PROMPTS_LENGTH;
  const agents = playbook.agents.map((agent) => agentMarkdown(agent, playbook, topics, withPrompts));
  return [llmsText(source), ...agents].join('\n\n---\n\n');
}
