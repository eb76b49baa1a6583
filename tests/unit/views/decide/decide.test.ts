import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedQuestions, outcomeOf, type Answers, type Wizard } from '../../../../src/decide/wizard.ts';
import { agentsOn } from '../../../../src/playbook/elements/route.ts';
import { allAnswers } from '../../../../src/playbook/elements/decision-tree.ts';
import { createPlaybook, elementsOfKind, type Playbook } from '../../../../src/playbook/playbook.ts';
import { firstQuestion, treesView } from '../../../../src/views/decide/trees.ts';
import { wizardViews, type TreeQuestionView, type WizardView } from '../../../../src/views/decide/decide.ts';
import { allFixtures, bytesOf } from '../../playbook/helpers.ts';

const agents = new URL('../../../fixtures/rust-team/', import.meta.url);
const ownAgents = createPlaybook(
  readdirSync(agents)
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(new URL(path, agents))) })),
);

function playbookOf(...bodies: string[]): Playbook {
  return createPlaybook(
    bodies.map((body, index) => ({
      path: `${String(index)}.md`,
      bytes: bytesOf(`---\nname: agent-${String(index)}\ndescription: y\n---\n\n${body}\n`),
    })),
  );
}

const fenced = (...lines: string[]) => ['```', ...lines, '```'].join('\n');

function onlyWizard(playbook: Playbook): WizardView {
  const [wizard] = wizardViews(playbook);
  if (!wizard) throw new Error('no tree was recognised');
  return wizard;
}

/** Returns the answers that lead to a question, and one to the question. */
function pathTo({ questions }: Wizard, question: string, answer: string): Answers {
  const path = new Map([[question, answer]]);
  let after = questions.find(({ id }) => id === question)?.after;
  while (after) {
    const { question, answer } = after;
    path.set(question, answer);
    after = questions.find(({ id }) => id === question)?.after;
  }
  return path;
}

/** Expects that every answer can be given and puts all agents and roles of its route on the team. */
function expectEveryOutcome(playbook: Playbook) {
  const wizards = wizardViews(playbook);
  const trees = elementsOfKind(playbook, 'decision-tree');
  expect(wizards).toHaveLength(trees.length);
  trees.forEach(({ element }, index) => {
    const wizard = wizards[index];
    if (!wizard) throw new Error('a tree without a wizard');
    for (const { question, answer } of allAnswers(element.questions)) {
      const { asked, given, team } = outcomeOf(wizard, pathTo(wizard, question.id, answer.id));
      expect(asked.map(({ id }) => id)).toContain(question.id);
      expect(given.map(({ answer }) => answer.id)).toContain(answer.id);
      const names = team.flatMap(({ slot }) => slot.names);
      expect(names).toEqual(expect.arrayContaining(agentsOn(answer.route)));
      const roles = answer.route?.joined === 'and' ? answer.route.parties.filter((party) => 'role' in party) : [];
      expect(team.map(({ slot }) => slot.label)).toEqual(expect.arrayContaining(roles.map(({ role }) => role)));
      expect(team.every(({ reasons }) => reasons.length > 0)).toBe(true);
    }
  });
}

describe('the wizards', () => {
  it('reach every outcome of the playbook’s own trees', () => {
    expectEveryOutcome(ownAgents);
    const wizard = onlyWizard(ownAgents);
    expect([wizard.questions.length, wizard.questions.flatMap(({ answers }) => answers).length]).toEqual([5, 28]);
  });

  it('reach every outcome of the trees in the awkward fixtures', () => {
    const playbook = createPlaybook(allFixtures());
    expectEveryOutcome(playbook);
    expect(wizardViews(playbook).map(({ title, questions }) => [title, questions.length])).toEqual([
      ['Decision tree: Where does it go?', 5],
      ['Decision tree: Short way', 1],
    ]);
  });

  interface Node {
    label: string;
    route: string;
    children: Node[];
  }
  const { node } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.record({
      label: fc.constantFrom('What now?', 'Is it late?', 'Yes', 'No', 'C/C++', 'constructor', '天気'),
      route: fc.constantFrom('', '', '@a', '@b-c + @d', '@a or @b-c', '@d + specialists (direct)'),
      children: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.constant<Node[]>([]),
        fc.array(tie('node'), { maxLength: 4 }),
      ),
    }),
  }));
  const draw = ({ label, route, children }: Node, depth: number): string[] => [
    `${'|   '.repeat(depth)}|-- ${label}${route === '' ? '' : ` -> ${route}`}`,
    ...children.flatMap((child) => draw(child, depth + 1)),
  ];

  it('reach every outcome of generated trees', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), (nodes) => {
        const text = fenced(
          'Task',
          ...nodes.flatMap((node) => draw(node, 0)),
          '|-- Last?',
          '|   |-- Left -> @a',
          '|   `-- Right -> @d',
        );
        const playbook = playbookOf(text);
        expect(wizardViews(playbook)).toHaveLength(1);
        expectEveryOutcome(playbook);
      }),
    );
  });

  it('accept a question with 200 answers', () => {
    const answers = Array.from({ length: 200 }, (_, index) => `├── Kind ${String(index)} → @agent-${String(index)}`);
    const playbook = playbookOf(fenced('Which kind?', ...answers));
    expectEveryOutcome(playbook);
    expect(onlyWizard(playbook).slots).toHaveLength(200);
    expect(firstQuestion(playbook)).toMatchObject({ text: 'Which kind?', more: 188 });
  });

  it('list nested questions in written order, each with the answer that leads to it', () => {
    const [wizard] = wizardViews(createPlaybook(allFixtures()));
    expect(wizard?.questions.map(({ id, after, depth }) => [id, after?.answer, depth])).toEqual([
      ['what-kind-of-train', undefined, 0],
      ['is-it-late', 'passenger', 1],
      ['which-platform', 'passenger', 1],
      ['freight', 'freight', 1],
      ['what-weather', undefined, 0],
    ]);
    expect(askedQuestions(wizard?.questions ?? [], new Map()).map(({ id }) => id)).toEqual([
      'what-kind-of-train',
      'what-weather',
    ]);
  });

  it('show alternatives, roles and notes as written, with links for the agents in them', () => {
    const [wizard] = wizardViews(createPlaybook(allFixtures()));
    expect(wizard?.slots.map(({ label, parts }) => [label, parts.filter(({ party }) => party).length])).toEqual([
      ['@yard-master', 1],
      ['@dispatcher or @station-master', 2],
      ['@dispatcher', 1],
      ['@platform-crew', 1],
      ['announcers', 0],
      ['@crane-crew', 1],
      ['@fire-watch', 1],
      ['@line-inspector', 1],
      ['crews', 0],
    ]);
    const late = wizard?.questions[1]?.answers[0];
    expect(late).toMatchObject({ label: 'Yes', note: 'at once' });
  });

  it('link every answer of the list and of the diagram to the wizard', () => {
    for (const wizard of [...wizardViews(ownAgents), ...wizardViews(createPlaybook(allFixtures()))]) {
      const all = (questions: readonly TreeQuestionView[]): TreeQuestionView['answers'] =>
        questions.flatMap(({ answers }) => answers.flatMap((answer) => [answer, ...all(answer.questions)]));
      for (const { node, label, href } of all(wizard.tree.questions)) {
        expect(wizard.diagram.text).toContain(`${node}["${label}"]`);
        expect(wizard.diagram.nodes).toContainEqual({ id: node, href });
      }
    }
  });
});

describe('decision trees', () => {
  const tree = (title: string) => `# ${title}\n\n${fenced('Task?', '├── One → @a', '└── Two → @b')}`;

  it('are listed with the agent and section that they come from', () => {
    const [own] = treesView(ownAgents);
    expect(own).toMatchObject({
      title: 'Rust Development Decision Tree',
      count: '5 questions, 28 answers',
      href: '/decide/rust-pro-rust-development-decision-tree/',
      from: { label: 'rust-pro', href: '/agents/rust-pro/#rust-development-decision-tree' },
      asksMore: 0,
    });
  });

  it('have unique titles', () => {
    const playbook = playbookOf(`${tree('Routing')}\n\n${tree('Routing')}`, tree('Routing'), tree('My tree'));
    expect(treesView(playbook).map(({ title }) => title)).toEqual([
      'Decision tree: Routing, agent-0',
      'Decision tree: Routing, agent-0 (2)',
      'Decision tree: Routing, agent-1',
      'My tree',
    ]);
  });

  it('may be missing from a playbook', () => {
    expect([wizardViews(playbookOf('Hello')), treesView(playbookOf()), firstQuestion(playbookOf())]).toEqual([
      [],
      [],
      undefined,
    ]);
  });

  it('provide the first question for the home page', () => {
    expect(firstQuestion(ownAgents)).toMatchObject({
      text: 'What application domain?',
      more: 0,
      trees: 1,
    });
    expect(firstQuestion(ownAgents)?.answers[1]).toEqual({
      label: 'Web services',
      href: '/decide/rust-pro-rust-development-decision-tree/?what-application-domain=web-services#playbook:question-what-complexity-level',
    });
  });
});
