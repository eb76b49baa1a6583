import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedQuestions, outcomeOf, type Answers, type Walk } from '../../../../src/decide/wizard.ts';
import { agentsOn } from '../../../../src/playbook/elements/route.ts';
import { allAnswers } from '../../../../src/playbook/elements/decision-tree.ts';
import { createPlaybook, elementsOfKind, type Playbook } from '../../../../src/playbook/playbook.ts';
import { firstQuestion, treesView } from '../../../../src/views/decide/trees.ts';
import { walkViews, type TreeQuestionView, type WalkView } from '../../../../src/views/decide/decide.ts';
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

function onlyWalk(playbook: Playbook): WalkView {
  const [walk] = walkViews(playbook);
  if (!walk) throw new Error('no tree was recognised');
  return walk;
}

/** The answers that lead to a question, and one to it. */
function wayTo({ questions }: Walk, question: string, answer: string): Answers {
  const way = new Map([[question, answer]]);
  let after = questions.find(({ id }) => id === question)?.after;
  while (after) {
    const { question, answer } = after;
    way.set(question, answer);
    after = questions.find(({ id }) => id === question)?.after;
  }
  return way;
}

/** Every answer can be given, and names on the team everybody whom its route names. */
function expectEveryOutcome(playbook: Playbook) {
  const walks = walkViews(playbook);
  const trees = elementsOfKind(playbook, 'decision-tree');
  expect(walks).toHaveLength(trees.length);
  trees.forEach(({ element }, index) => {
    const walk = walks[index];
    if (!walk) throw new Error('a tree without a walk');
    for (const { question, answer } of allAnswers(element.questions)) {
      const { asked, given, team } = outcomeOf(walk, wayTo(walk, question.id, answer.id));
      expect(asked.map(({ id }) => id)).toContain(question.id);
      expect(given.map(({ answer }) => answer.id)).toContain(answer.id);
      const names = team.flatMap(({ seat }) => seat.names);
      expect(names).toEqual(expect.arrayContaining(agentsOn(answer.route)));
      const roles = answer.route?.joined === 'and' ? answer.route.parties.filter((party) => 'role' in party) : [];
      expect(team.map(({ seat }) => seat.label)).toEqual(expect.arrayContaining(roles.map(({ role }) => role)));
      expect(team.every(({ reasons }) => reasons.length > 0)).toBe(true);
    }
  });
}

describe('walks', () => {
  it('reach every outcome of the playbook’s own trees', () => {
    expectEveryOutcome(ownAgents);
    const walk = onlyWalk(ownAgents);
    expect([walk.questions.length, walk.questions.flatMap(({ answers }) => answers).length]).toEqual([5, 28]);
  });

  it('reach every outcome of the awkward trees', () => {
    const playbook = createPlaybook(allFixtures());
    expectEveryOutcome(playbook);
    expect(walkViews(playbook).map(({ title, questions }) => [title, questions.length])).toEqual([
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

  it('reach every outcome of any tree', () => {
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
        expect(walkViews(playbook)).toHaveLength(1);
        expectEveryOutcome(playbook);
      }),
    );
  });

  it('take a question of 200 answers', () => {
    const answers = Array.from({ length: 200 }, (_, index) => `├── Kind ${String(index)} → @agent-${String(index)}`);
    const playbook = playbookOf(fenced('Which kind?', ...answers));
    expectEveryOutcome(playbook);
    expect(onlyWalk(playbook).seats).toHaveLength(200);
    expect(firstQuestion(playbook)).toMatchObject({ text: 'Which kind?', more: 188 });
  });

  it('lay nested questions out in the order in which they are written, each after its answer', () => {
    const [walk] = walkViews(createPlaybook(allFixtures()));
    expect(walk?.questions.map(({ id, after, depth }) => [id, after?.answer, depth])).toEqual([
      ['what-kind-of-train', undefined, 0],
      ['is-it-late', 'passenger', 1],
      ['which-platform', 'passenger', 1],
      ['freight', 'freight', 1],
      ['what-weather', undefined, 0],
    ]);
    expect(askedQuestions(walk?.questions ?? [], new Map()).map(({ id }) => id)).toEqual([
      'what-kind-of-train',
      'what-weather',
    ]);
  });

  it('keep alternatives, roles and notes as written, and link the names in them', () => {
    const [walk] = walkViews(createPlaybook(allFixtures()));
    expect(walk?.seats.map(({ label, parts }) => [label, parts.filter(({ party }) => party).length])).toEqual([
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
    const late = walk?.questions[1]?.answers[0];
    expect(late).toMatchObject({ label: 'Yes', note: 'at once' });
  });

  it('lead every answer of the list and the diagram into the walk', () => {
    for (const walk of [...walkViews(ownAgents), ...walkViews(createPlaybook(allFixtures()))]) {
      const all = (questions: readonly TreeQuestionView[]): TreeQuestionView['answers'] =>
        questions.flatMap(({ answers }) => answers.flatMap((answer) => [answer, ...all(answer.questions)]));
      for (const { node, label, href } of all(walk.tree)) {
        expect(walk.diagram.text).toContain(`${node}["${label}"]`);
        expect(walk.diagram.nodes).toContainEqual({ id: node, href });
      }
    }
  });
});

describe('trees', () => {
  const tree = (title: string) => `# ${title}\n\n${fenced('Task?', '├── One → @a', '└── Two → @b')}`;

  it('are listed with where they come from', () => {
    const [own] = treesView(ownAgents);
    expect(own).toMatchObject({
      title: 'Rust Development Decision Tree',
      count: '5 questions, 28 answers',
      href: '/decide/rust-pro-rust-development-decision-tree/',
      from: { label: 'rust-pro', href: '/agents/rust-pro/#rust-development-decision-tree' },
      asksMore: 0,
    });
  });

  it('have titles that tell them apart', () => {
    const playbook = playbookOf(`${tree('Routing')}\n\n${tree('Routing')}`, tree('Routing'), tree('My tree'));
    expect(treesView(playbook).map(({ title }) => title)).toEqual([
      'Decision tree: Routing, agent-0',
      'Decision tree: Routing, agent-0 (2)',
      'Decision tree: Routing, agent-1',
      'My tree',
    ]);
  });

  it('may be none', () => {
    expect([walkViews(playbookOf('Hello')), treesView(playbookOf()), firstQuestion(playbookOf())]).toEqual([
      [],
      [],
      undefined,
    ]);
  });

  it('begin on the home page with their first question', () => {
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
