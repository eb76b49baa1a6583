import { agentPath, elementPath, handoffsPath, llmsPath, playbookJsonPath } from '../../links.ts';
import { agentSkill } from '../../playbook/dialects/agent-skill.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { site } from '../../site.ts';
import { titleOf } from '../shared/origin.ts';
import { absoluteUrl } from '../shared/public-url.ts';
import { plainText } from '../shared/text.ts';
import { blocks, bullets, fence, link, numbered, plain } from '../markdown-pages/markdown-text.ts';
import { markdownPath } from '../markdown-pages/markdown-path.ts';

/** With more agents, a model would read a long list for every task: it is asked to search the model instead. */
const MAX_AGENTS = 100;

/** Templates and gates that are listed; the site has the others. */
const MAX_ELEMENTS = 30;

/** The longest name of a skill: https://agentskills.io/specification */
const MAX_NAME_LENGTH = 64;

/** Returns a skill that teaches an agent to ask this playbook: which agent to call, and what to hand over. */
export function skillText(playbook: Playbook): string {
  const { agents } = playbook;
  const trees = elementsOfKind(playbook, 'decision-tree');
  const templates = elementsOfKind(playbook, 'handoff-template').filter(({ element }) => element.purpose === 'handoff');
  const gates = elementsOfKind(playbook, 'quality-gate');
  const model = absoluteUrl(playbookJsonPath);
  const isListed = agents.length <= MAX_AGENTS;
  const search = fence(
    `curl -s ${model} | jq -r --arg word "WORD" '.agents[] | select(.description | test($word; "i")) | "\\(.name): \\(.summary)"'`,
    'sh',
  );
  return blocks(
    frontMatter(agents.map(({ name }) => name)),
    `# Ask ${plain(site.title)}`,
    `${link(site.title, absoluteUrl('/'))} says what each agent of this team is for, what it may do, and what it needs to know. Ask it before you hand work over, and do not guess from an agent’s name.`,
    '## Choose the agent',
    numbered([
      isListed
        ? 'Compare the task with the list of agents below, and take those whose description covers it.'
        : 'Search the descriptions of the agents for the main words of the task, with the command below.',
      ...(trees.length === 0
        ? []
        : [
            `If the task is not clear yet, answer the questions of ${trees.slice(0, MAX_ELEMENTS).map(linkTo).join(', ')}.`,
          ]),
      'If several agents fit, read their pages: the example dialogues show when each is meant to be called.',
      'Check under “Access” on its page that it may do what the task needs, such as changing files or running commands.',
      'If none fits, say so instead of taking the closest one.',
    ]),
    ...(isListed ? [] : [search]),
    '## Hand the work over',
    bullets([
      templates.length === 0
        ? 'Say what the task is, what is known, what was tried, and how the result will be judged.'
        : 'Fill in the template for the receiver. Leave no field out: write “unknown” where you do not know.',
      ...templates
        .slice(0, MAX_ELEMENTS)
        .map(
          (placed) =>
            `${linkTo(placed)}${placed.element.recipient === '' ? '' : `: ${plain(placed.element.recipient)}`}`,
        ),
      'Say which agent gets the result next, if the agent’s page says which agents it delegates to.',
    ]),
    gates.length > 0 &&
      blocks(
        '## Before the work goes on',
        'Go through the checklist of the phase, and report each item that is not met.',
        bullets(gates.slice(0, MAX_ELEMENTS).map((placed) => `${linkTo(placed)}, of ${plain(placed.agent.name)}`)),
      ),
    isListed &&
      agents.length > 0 &&
      blocks(
        '## Agents',
        bullets(
          agents.map(({ id, name, summary }) => {
            const words = plainText(summary);
            return `${linkToPage(name, agentPath(id))}${words === '' ? '' : `: ${plain(words)}`}`;
          }),
        ),
      ),
    '## All data',
    `${link('llms.txt', absoluteUrl(llmsPath))} lists all pages as markdown. ${link('playbook.json', model)} has the whole model: agents, access, elements, roster, delegations, topics and problems.`,
  );
}

function linkTo(placed: PlacedElement): string {
  return linkToPage(titleOf(placed), elementPath(placed) ?? handoffsPath);
}

/** Links to the markdown of a page. The address is absolute on any site: a skill is installed elsewhere. */
function linkToPage(label: string, page: `/${string}`): string {
  return link(label, absoluteUrl(markdownPath(page) ?? page));
}

/** Returns the name of the skill, which is also that of its folder: lower-case letters, digits and hyphens. */
export function skillName(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['playbook'];
  return `ask-${words.join('-')}`.slice(0, MAX_NAME_LENGTH).replace(/-$/, '');
}

function frontMatter(names: readonly string[]): string {
  const limit = agentSkill.limits?.description ?? 0;
  const start = `Finds the right agent for a task in ${site.title}, and says what to hand over to it. Use it before you delegate work to an agent`;
  const all = `${start}: ${names.join(', ')}.`;
  const description = (names.length > 0 && all.length <= limit ? all : `${start}.`).slice(0, limit);
  // JSON is YAML: nothing in a name can end the value.
  return ['---', `name: ${skillName(site.title)}`, `description: ${JSON.stringify(description)}`, '---'].join('\n');
}
