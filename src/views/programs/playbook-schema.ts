import { schemaPath } from '../../links.ts';
import { abilities } from '../../playbook/access.ts';
import { ruleIds } from '../../playbook/rules/rules.ts';
import { depths } from '../../playbook/topics/depth.ts';
import { grantLabels } from '../access/access-view.ts';
import { referenceNouns } from '../roster/references.ts';
import { severities } from '../problems/severities.ts';
import { absoluteUrl } from '../shared/public-url.ts';
import { elementDefinitions, elementsSchema } from './element-schemas.ts';
import { count, list, object, oneOf, ref, text, type Schema } from './json-schema.ts';
import { PLAYBOOK_VERSION } from './playbook-json.ts';

const line = count('The line of the file.', 1);
const agentId = text('The id of an agent.');

const size = object({
  characters: count(),
  tokens: count('Estimated: four characters a token.'),
});

const agent = object(
  {
    id: text('Unique in the playbook; part of its address.'),
    name: text('As written.'),
    url: ref('url'),
    summary: text('The first sentences of the description.'),
    description: text('In markdown, without the example dialogues; it begins with the summary.'),
    examples: list(
      object({
        context: text(),
        turns: list(object({ speaker: oneOf(['user', 'assistant']), text: text() })),
        commentary: text(),
      }),
      'Dialogues that show when to call it.',
    ),
    disallowedTools: list(text(), 'As written.'),
    access: object({
      basis: oneOf(['listed', 'open', 'unreadable'], 'A list of tools, no list, or a value that cannot be read.'),
      grants: object(Object.fromEntries(abilities.map((ability) => [ability, ref('grant')]))),
    }),
    otherKeys: list(object({ key: text(), value: ref('value') }), 'All other keys of the front matter, in order.'),
    cost: object(
      { description: size, prompt: size },
      {},
      'The texts that a tool always loads, and those that it loads when it calls the agent.',
    ),
    sections: list(
      object({ id: text('Its anchor.'), title: text(), depth: count('From 1.', 1), line, url: ref('url') }),
      'The headings of the system prompt.',
    ),
    file: object(
      { path: text(), bytes: count(), copies: list(text(), 'Identical files.') },
      { url: ref('url'), repository: text('The file in the repository.') },
      'Its file. The file at `url` is the author’s, byte for byte, with the system prompt.',
    ),
  },
  {
    model: text('Absent: the model of the caller.'),
    color: text('As written.'),
    tool: text('The tool that the file is written for; absent if neither its path nor its keys identify it.'),
    tools: list(text(), 'As written. Absent: the file does not limit them, or they cannot be read.'),
  },
);

const rosterEntry = object(
  {
    id: text(),
    name: text(),
    url: ref('url'),
    references: list(
      object(
        { kind: oneOf([...referenceNouns.keys()]), by: agentId, line },
        {
          section: text('The anchor of the section.'),
          element: text('The id of the element; the line tells which of its parts it is.'),
          text: text('The context of the dialogue, if it is in one.'),
        },
      ),
      'The places that name it.',
    ),
  },
  { agent: text('The id of the agent; absent for an outside specialist, which has no file.') },
);

const delegation = object(
  {
    from: text('The roster entry that hands the task over.'),
    to: text('The roster entry that gets it.'),
    variant: ref('delegationVariant'),
    task: text(),
    element: text('The id of the list that has the task.'),
    line,
  },
  {},
  'A task and one agent that it goes to.',
);

const topic = object(
  {
    id: text(),
    title: text(),
    synonyms: list(text(), 'The words that identify it.'),
    agents: list(
      object({ agent: agentId, depth: oneOf(depths), words: count('How many words of the file are about it.') }),
      'The deepest coverage first.',
    ),
  },
  { sentence: text(), url: ref('url') },
);

const problem = object(
  {
    rule: oneOf(ruleIds),
    severity: oneOf(severities),
    file: text(),
    line,
    column: count(undefined, 1),
    message: text('What is wrong.'),
    todo: text('What to do.'),
  },
  { agent: text('The id of the agent; absent for the topics file.') },
);

/** Returns the JSON Schema of `playbook.json`. Draft 7, as those of front matter: https://json-schema.org/draft-07 */
export function playbookSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: absoluteUrl(schemaPath('playbook')),
    title: 'A playbook of coding agents',
    ...object({
      $schema: ref('url'),
      version: { const: PLAYBOOK_VERSION, description: 'The version of the format.' },
      title: text(),
      description: text(),
      url: ref('url'),
      agents: list(agent, 'In reading order.'),
      elements: elementsSchema(),
      roster: list(rosterEntry, 'All agents that are named, with or without a file.'),
      delegations: list(delegation),
      topics: list(topic, 'In the order of the topics file.'),
      problems: list(problem, 'In the order of the files.'),
    }),
    definitions: {
      url: {
        type: 'string',
        format: 'uri-reference',
        description: 'Absolute if the site knows its own URL; otherwise it begins with the base path.',
      },
      grant: oneOf(Object.keys(grantLabels), 'Whether it may do something, by the rules of its file alone.'),
      value: {
        anyOf: [text(), list(ref('value')), { type: 'object', additionalProperties: ref('value') }],
      },
      ...elementDefinitions,
    },
  };
}
