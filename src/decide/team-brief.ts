/* The team that the wizard found, as markdown. */

interface Link {
  label: string;
  /** Absolute, because a brief is read outside this site. */
  url: string;
}

/** The content of a team brief. */
export interface TeamBrief {
  title: string;
  /** The wizard with its answers. */
  url: string;
  /** The agent whose tree it is. */
  from: Link;
  answers: { question: string; answer: string }[];
  team: { label: string; reasons: readonly string[]; tasks: readonly string[]; links: Link[] }[];
  /** Handoff templates and flows; `detail` names the members of the team that each is for. */
  handoffs: (Link & { detail: string })[];
  flows: (Link & { detail: string })[];
}

/** Writes a brief as markdown, for a ticket, a pull request or the agent that does the work. */
export function briefMarkdown(brief: TeamBrief): string {
  const blocks = [
    `# ${brief.title}`,
    `From ${linkMarkdown(brief.from)}. [Change the answers](${brief.url})`,
    section(
      'Answers',
      brief.answers.map(({ question, answer }) => `- ${question === '' ? '' : `${question} `}**${answer}**`),
    ),
    section(
      'Team',
      brief.team.flatMap(({ label, reasons, tasks, links }) => [
        `- **${label}**, because: ${reasons.join('; ')}`,
        ...tasks.map((task) => `  - ${task}`),
        ...(links.length === 0 ? [] : [`  - ${links.map(linkMarkdown).join(', ')}`]),
      ]),
    ),
    section('Handoffs', brief.handoffs.map(listItem)),
    section('Flows', brief.flows.map(listItem)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

function listItem(entry: Link & { detail: string }): string {
  return `- ${linkMarkdown(entry)}${entry.detail === '' ? '' : `: ${entry.detail}`}`;
}

function linkMarkdown({ label, url }: Link): string {
  return `[${label.replace(/[[\]\\]/g, '\\$&')}](${url})`;
}
