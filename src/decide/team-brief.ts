interface Link {
  label: string;
  address: string;
}

/** What a team brief says. Addresses are whole ones, because it is read elsewhere. */
export interface Brief {
  title: string;
  /** The walk itself, with its answers. */
  address: string;
  /** Where the tree comes from. */
  from: Link;
  answers: { question: string; answer: string }[];
  team: { label: string; reasons: readonly string[]; tasks: readonly string[]; links: Link[] }[];
  /** Handoff templates and flows, and whom on the team each is for. */
  handoffs: (Link & { detail: string })[];
  flows: (Link & { detail: string })[];
}

/** The team as markdown, for a ticket, a pull request or the agent that takes over. */
export function briefMarkdown(brief: Brief): string {
  const blocks = [
    `# ${brief.title}`,
    `From ${link(brief.from)}. [The answers, to go through again](${brief.address})`,
    section(
      'Answers',
      brief.answers.map(({ question, answer }) => `- ${question === '' ? '' : `${question} `}**${answer}**`),
    ),
    section(
      'Team',
      brief.team.flatMap(({ label, reasons, tasks, links }) => [
        `- **${label}**, because: ${reasons.join('; ')}`,
        ...tasks.map((task) => `  - ${task}`),
        ...(links.length === 0 ? [] : [`  - ${links.map(link).join(', ')}`]),
      ]),
    ),
    section('Handoffs', brief.handoffs.map(withDetail)),
    section('Flows', brief.flows.map(withDetail)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

function withDetail(entry: Link & { detail: string }): string {
  return `- ${link(entry)}${entry.detail === '' ? '' : `: ${entry.detail}`}`;
}

function link({ label, address }: Link): string {
  return `[${label.replace(/[[\]\\]/g, '\\$&')}](${address})`;
}
