import { agentFile } from './agent-files.ts';

/** A handoff template as its author wrote it. */
interface Template {
  /** The path of its page. */
  path: string;
  title: string;
  text: string;
  fields: { label: string; written: string }[];
}

/** Reads the templates of rust-pro from its file, so that tests compare pages with the file. */
export function templatesOfFile(): Template[] {
  const fences = agentFile('default', 'rust-pro').text.matchAll(/```markdown\n(## (Rust .+ Request)\n[\s\S]*?)\n```/g);
  return [...fences].map(([, text = '', title = '']) => ({
    path: `./handoffs/rust-pro-${title.toLowerCase().replaceAll(' ', '-')}/`,
    title,
    text,
    fields: [...text.matchAll(/^\*\*(.+)\*\*: \[.*\]$/gm)].map(([written, label = '']) => ({ label, written })),
  }));
}

export function templateOfFile(title: string): Template {
  const template = templatesOfFile().find((one) => one.title === title);
  if (!template) throw new Error(`rust-pro has no template “${title}”.`);
  return template;
}

/** Renders a template with values by their labels: the lines of a value after the first are indented. */
export function filledText({ text, fields }: Template, values: Readonly<Record<string, string>>): string {
  const lines = fields.map(({ label, written }) => {
    const value = values[label];
    return { written, filled: value === undefined ? written : filledField(label, value) };
  });
  return text
    .split('\n')
    .map((line) => lines.find(({ written }) => written === line)?.filled ?? line)
    .join('\n');
}

/** In Markdown, indented lines belong to their item, and a fence ends at one of at least the same length. */
function filledField(label: string, value: string): string {
  if (!/^\s*(?:```|~~~)/m.test(value)) return `**${label}**: ${value.split('\n').join('\n  ')}`;
  const fence = '`'.repeat(Math.max(...[...value.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length), 2) + 1);
  return `**${label}**:\n${fence}\n${value}\n${fence}`;
}
