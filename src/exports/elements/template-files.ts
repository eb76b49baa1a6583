import { templateForm } from '../../forms/model/template-form.ts';
import { readLines } from '../../forms/model/template-lines.ts';
import type { FormField } from '../../forms/model/form.ts';
import type { HandoffTemplate } from '../../playbook/elements/templates/handoff-template.ts';
import { frontMatter } from '../file-text.ts';
import { oneLine } from '../one-line.ts';
import { withoutArguments, withoutCommands, withoutVariables } from '../inert-text.ts';
import { variableNames } from './variable-names.ts';

/** A handoff or report template with what its files say about it. */
export interface NamedTemplate {
  /** Name of the prompt or skill: lower-case letters, digits and hyphens. */
  name: string;
  title: string;
  element: Pick<HandoffTemplate, 'purpose' | 'recipient' | 'text'>;
}

/** Longest title in a description, which tools always load. */
const MAX_TITLE = 200;
const MAX_HINT = 120;

/**
 * Returns the template as a prompt file of VS Code, with an input variable for each field: `${input:impact:High or low}`.
 * VS Code leaves them to the model, so that the prompt says what they are.
 */
export function promptFile({ name, title, element }: NamedTemplate): string {
  const { text, fields } = filled(element.text, withoutVariables, (variable, { hint, label }) => {
    const placeholder = oneLine(withoutBraces(hint === '' ? label : hint), MAX_HINT).replaceAll(':', ' –');
    return `\${input:${variable}:${placeholder}}`;
  });
  const body = [
    `Write this ${nounOf(element)} in exactly this form. Each input variable stands for a value that I give. Ask me for those that I have not given; do not invent any.`,
    text,
  ].join('\n\n');
  const hint = fields.map(({ variable }) => `${variable}=…`).join(' ');
  return `${frontMatter({ name, description: describe(title, element), 'argument-hint': hint })}
${body}
`;
}

/** Returns the template as a skill of Claude Code, with an argument for each field: `$impact`. */
export function templateSkill({ name, title, element }: NamedTemplate): string {
  const { text, fields } = filled(
    element.text,
    (written, names) => withoutArguments(withoutCommands(withoutVariables(written)), names),
    (variable) => `$${variable}`,
  );
  const names = fields.map(({ variable }) => variable);
  const expected = fields
    .filter(({ field }) => field.hint !== '' && field.hint !== field.label)
    .map(({ field }) => {
      const line = `- ${oneLine(field.label, MAX_HINT)}: ${oneLine(field.hint, MAX_HINT)}`;
      return withoutArguments(withoutCommands(withoutVariables(line)), names);
    });
  const parts = [
    `Write this ${nounOf(element)} in exactly this form. Use the given values. Where a value is missing, take it from the conversation, or write “unknown”; do not invent it.`,
    text,
  ];
  if (expected.length > 0) parts.push(['What each field expects:', '', ...expected].join('\n'));
  const keys = {
    name,
    description: describe(title, element),
    'argument-hint': names.map((variable) => `[${variable}]`).join(' '),
    arguments: names,
  };
  return `${frontMatter(keys)}\n${parts.join('\n\n')}\n`;
}

/**
 * Returns a template with a text in place of each field's placeholder.
 * @param inert makes the author's own text safe for the tool
 */
function filled(
  template: string,
  inert: (text: string, names: readonly string[]) => string,
  placeholder: (variable: string, field: FormField) => string,
): { text: string; fields: { variable: string; field: FormField }[] } {
  const form = templateForm(readLines(template));
  const names = variableNames(form.fields.map(({ label }) => label));
  const fields = form.fields.map((field, index) => ({ variable: names[index] ?? '', field }));
  const byKey = new Map(fields.map((one) => [one.field.key, one]));
  const text = form
    .render({}, 'hints')
    .map((segment) => {
      const at = segment.field === undefined ? undefined : byKey.get(segment.field);
      return at ? placeholder(at.variable, at.field) : inert(segment.text, names);
    })
    .join('');
  return { text: text.trim(), fields };
}

function withoutBraces(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')');
}

function describe(title: string, { purpose, recipient }: NamedTemplate['element']): string {
  const to = recipient === '' || recipient === title ? '' : ` (${oneLine(recipient, MAX_TITLE)})`;
  const named = `“${oneLine(title, MAX_TITLE)}”${to}`;
  return purpose === 'handoff'
    ? `Writes the handoff ${named}. Use it to hand work over to another agent or person.`
    : `Writes the report ${named}. Use it to report what was done or found.`;
}

function nounOf({ purpose }: NamedTemplate['element']): string {
  return purpose === 'handoff' ? 'handoff' : 'report';
}
