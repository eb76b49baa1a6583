import type { ElementKind } from '../../playbook/elements/kinds.ts';
import { count, list, object, oneOf, ref, text, type Schema } from './json-schema.ts';

const line = count('The line of the file.', 1);
const asWritten = text('As its author wrote it.');
const route = ref('route');

/** The properties of an element of each kind, beside those that all kinds share: required ones, then optional ones. */
const contents: Record<ElementKind, [required: Record<string, Schema>, optional?: Record<string, Schema>]> = {
  'collaboration-flow': [
    {
      steps: list(object({ task: text('May be empty: the file names only the agents.'), route, line })),
    },
    { start: text('The event that starts it.') },
  ],
  'decision-tree': [
    { root: text('The decision to make.'), questions: list(ref('question'), 'Independent of each other.') },
  ],
  delegations: [
    {
      variant: ref('delegationVariant'),
      tasks: list(
        object(
          { task: text(), line },
          { route, wording: text('The author’s words for the relation, if it is not an arrow: “Consult”.') },
        ),
      ),
    },
  ],
  diagram: [{ text: text('The text of the diagram, in Mermaid’s language.') }],
  'handoff-template': [
    {
      purpose: oneOf(['handoff', 'report'], 'A handoff to another agent, or the format of an agent’s report.'),
      recipient: text('The heading above, which says which agents it is for; may be empty.'),
      fields: list(object({ label: text(), hint: text('What to fill in; may be empty.'), line })),
      text: asWritten,
    },
  ],
  message: [
    { purpose: oneOf(['request', 'progress', 'audit']), text: text('The JSON as its author wrote it.') },
    { sentence: text('The sentence that contains it, without the JSON; absent if it is in a fence.') },
  ],
  'quality-gate': [
    {
      variant: oneOf(['gate', 'checklist'], 'A list of checkboxes, or a list that a heading calls a checklist.'),
      items: list(object({ text: text(), done: { type: 'boolean', description: 'Ticked in the file.' }, line })),
    },
  ],
  workflow: [
    {
      variant: oneOf(['agents', 'steps', 'phases'], 'Steps of several agents, steps of one, or sections with tasks.'),
      steps: list(object({ title: text(), tasks: list(text()), line }, { route })),
    },
  ],
};

const shared = {
  id: text('Unique in the playbook.'),
  agent: text('The id of the agent whose file has it.'),
  title: text(),
  url: ref('url'),
  lines: {
    type: 'array',
    description: 'Its first and last line in the file.',
    items: line,
    minItems: 2,
    maxItems: 2,
  },
};

/** Returns the schema of the elements: a list for each kind. */
export function elementsSchema(): Schema {
  const kinds = Object.entries(contents).map(([kind, [required, optional]]): [string, Schema] => [
    kind,
    list(object({ ...shared, ...required }, { section: text('The anchor of its section.'), ...optional })),
  ]);
  return object(Object.fromEntries(kinds), {}, 'The parts of the files that the site understands, by kind.');
}

/** The definitions that several kinds of element share. */
export const elementDefinitions: Readonly<Record<string, Schema>> = {
  delegationVariant: oneOf(
    ['to', 'with', 'from', 'roles', 'self'],
    'Tasks for agents, with agents, from agents, for roles without a name, or for the agent itself.',
  ),
  route: object(
    {
      written: text('As written, without markup.'),
      parties: list({
        oneOf: [
          object({ name: text('The name of an agent.') }, { roster: text('The id of its roster entry.') }),
          object({ role: text('A role without a name, such as “database specialist”.') }),
        ],
      }),
      joined: oneOf(['and', 'or'], '`or`: one of them is enough. `and`: they work together.'),
    },
    { note: text('The words in brackets at the end.') },
    'The agents and roles that something goes to.',
  ),
  question: object({
    id: text('Unique in its tree; the parameter of its answer in the address of the tree’s page.'),
    text: text(),
    answers: list(
      object(
        { id: text(), label: text(), questions: list(ref('question'), 'The questions to ask next.'), line },
        { route },
      ),
    ),
  }),
};
