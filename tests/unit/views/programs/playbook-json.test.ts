import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAgentsFolder } from '../../../../src/content/agents-folder.ts';
import { elementKinds } from '../../../../src/playbook/elements/kinds.ts';
import { createPlaybook, type Playbook } from '../../../../src/playbook/playbook.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { playbookJson } from '../../../../src/views/programs/playbook-json.ts';
import { playbookSchema } from '../../../../src/views/programs/playbook-schema.ts';
import { allFixtures } from '../../playbook/helpers.ts';
import { playbookOf } from '../playbook-of.ts';

const ajv = new Ajv({ strict: true, allErrors: true });
addFormats(ajv);
const isPlaybook = ajv.compile(playbookSchema());
const topics = readTopics(readFileSync('tests/fixtures/topics/rust.yaml', 'utf8'), 'rust.yaml');

/** As a program gets it. */
type Json = ReturnType<typeof playbookJson>;

function jsonOf(playbook: Playbook): Json {
  return JSON.parse(JSON.stringify(playbookJson(playbook, topics))) as Json;
}

/** Returns what a model breaks of the schema. */
function faults(json: unknown): string[] {
  isPlaybook(json);
  return (isPlaybook.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

const team = createPlaybook(await readAgentsFolder('tests/fixtures/rust-team'));
const fixtures = createPlaybook(allFixtures());

describe('playbook.json', () => {
  it.each([
    ['a team of five', () => team],
    ['files with every mistake, some of them hostile', () => fixtures],
    ['no agents', () => createPlaybook([])],
    ['three hundred agents that name each other', crowd],
  ])('follows its schema for %s', (_, playbook) => {
    expect(faults(jsonOf(playbook()))).toEqual([]);
  });

  it('has every element of every kind, with its content and an address', () => {
    const json = jsonOf(team);
    const all = elementKinds.flatMap((kind) => json.elements[kind] ?? []);
    expect(all).toHaveLength(team.elements.length);
    expect(json.elements['decision-tree']?.[0]).toMatchObject({
      agent: 'rust-pro',
      url: expect.stringMatching(/^\/decide\/rust-pro-.*\/$/) as string,
      questions: expect.arrayContaining([expect.objectContaining({ answers: expect.any(Array) as unknown[] })]) as [],
    });
  });

  it('refers only to agents, elements and roster entries that it contains', () => {
    for (const playbook of [team, fixtures]) {
      const json = jsonOf(playbook);
      const agents = new Set(json.agents.map(({ id }) => id));
      const entries = new Set(json.roster.map(({ id }) => id));
      const elements = new Set(elementKinds.flatMap((kind) => json.elements[kind] ?? []).map(({ id }) => id));
      const references = json.roster.flatMap((entry) => entry.references);
      const used = {
        agents: [
          ...json.topics.flatMap((topic) => topic.agents.map(({ agent }) => agent)),
          ...references.map(({ by }) => by),
          ...json.problems.flatMap(({ agent }) => agent ?? []),
        ],
        entries: json.delegations.flatMap(({ from, to }) => [from, to]),
        elements: [
          ...references.flatMap((one) => ('element' in one ? one.element : [])),
          ...json.delegations.map((one) => one.element),
        ],
      };
      expect(used.agents.filter((id) => !agents.has(id))).toEqual([]);
      expect(used.entries.filter((id) => !entries.has(id))).toEqual([]);
      expect(used.elements.filter((id) => !elements.has(id))).toEqual([]);
    }
  });

  it('says who gives a task to whom, also if the receiver’s file says it', () => {
    const json = jsonOf(
      playbookOf({
        'harbour-master': '## Delegation\n\n- Paint the hull → @sail-maker\n- Sweep the pier → @sail-maker\n',
        'sail-maker': '## Works with\n\n- Receives work from @ship-wright\n',
      }),
    );
    expect(json.delegations.map(({ from, to, task }) => ({ from, to, task }))).toEqual([
      { from: 'harbour-master', to: 'sail-maker', task: 'Paint the hull' },
      { from: 'harbour-master', to: 'sail-maker', task: 'Sweep the pier' },
      { from: 'ship-wright', to: 'sail-maker', task: '' },
    ]);
  });

  it('keeps keys of the front matter that have a meaning in JavaScript as plain data', () => {
    const hostile = jsonOf(fixtures).agents.find(({ name }) => name === '../../x');
    expect(hostile?.otherKeys.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['__proto__', 'constructor', "</script><script>alert('key')</script>"]),
    );
  });

  it('is refused by its schema if something is missing, wrong or unknown', () => {
    const { agents, elements, ...rest } = jsonOf(team);
    const withAgent = (change: object) => ({ ...rest, elements, agents: [{ ...agents[0], ...change }] });
    expect(faults(withAgent({}))).toEqual([]);
    expect(faults(withAgent({ examples: 'none' }))).toContain('/agents/0/examples must be array');
    expect(faults(withAgent({ prompt: 'unknown' }))).toContain('/agents/0 must NOT have additional properties');
    expect(faults({ ...rest, elements })).toContain(" must have required property 'agents'");
    expect(faults({ ...rest, agents, elements, version: 0 })).toContain('/version must be equal to constant');
    expect(faults({ ...rest, agents, elements: { ...elements, diagram: [{}] } })).not.toEqual([]);
  });
});

/** Returns agents with an element of each kind that is easy to write. */
function crowd(): Playbook {
  return playbookOf(
    Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `crowd-${String(index)}`,
        `## Delegation\n\n- Task ${String(index)} → @crowd-${String((index + 1) % 300)}\n\n## Checks\n\n- [ ] Done\n`,
      ]),
    ),
  );
}
