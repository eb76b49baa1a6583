import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefMarkdown, type Brief } from '../../../src/decide/team-brief.ts';
import {
  askedQuestions,
  givenAnswers,
  outcomeOf,
  readAnswers,
  summariseOutcome,
  withAnswer,
  writeAnswers,
  type Answers,
  type Walk,
  type WalkQuestion,
} from '../../../src/decide/wizard.ts';

const answer = (id: string, ...seats: string[]) => ({ id, label: id.toUpperCase(), seats, note: '' });
const walk: Walk = {
  seats: [
    { id: 's0', label: '@baker', names: ['baker'] },
    { id: 's1', label: '@baker or @cook', names: ['baker', 'cook'] },
    { id: 's2', label: 'specialists', names: [] },
  ],
  questions: [
    { id: 'dish', text: 'What kind of dish?', answers: [answer('bread', 's0'), answer('soup', 's1'), answer('air')] },
    {
      id: 'hot',
      text: 'Is it hot?',
      after: { question: 'dish', answer: 'soup' },
      answers: [{ ...answer('yes', 's2'), note: 'direct' }, answer('no')],
    },
    { id: 'guests', text: 'What guest count?', answers: [answer('many', 's0', 's2'), answer('few', 's1')] },
  ],
};
const { questions } = walk;
const answers = (record: Record<string, string>): Answers => new Map(Object.entries(record));
const asked = (record: Record<string, string>) => askedQuestions(questions, answers(record)).map(({ id }) => id);
const read = (query: string) => Object.fromEntries(readAnswers(new URLSearchParams(query), questions));
const write = (record: Record<string, string>) => writeAnswers(answers(record), questions).toString();

/** Questions of which any may come after an answer of an earlier one. */
const anyQuestions = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.integer({ min: 1, max: 4 })), { maxLength: 12 })
  .map((drafts) => {
    const made: WalkQuestion[] = [];
    drafts.forEach(([parent, reply, isNested, count], index) => {
      const above = isNested ? made[parent % Math.max(1, made.length)] : undefined;
      const leads = above?.answers[reply % above.answers.length];
      made.push({
        id: `frage-${String(index)}-天`,
        text: 'What?',
        ...(above && leads ? { after: { question: above.id, answer: leads.id } } : {}),
        answers: Array.from({ length: count }, (_, number) => answer(`a${String(number)}`)),
      });
    });
    return made;
  });
const anyWalk = anyQuestions.chain((questions) =>
  fc
    .array(fc.constantFrom('a0', 'a1', 'a2', 'a3', 'unknown'), {
      minLength: questions.length,
      maxLength: questions.length,
    })
    .map((values) => ({
      questions,
      answers: new Map(questions.map(({ id }, index) => [id, values[index] ?? ''])),
    })),
);

describe('questions', () => {
  it('that nothing leads to are all asked at once', () => {
    expect(asked({})).toEqual(['dish', 'guests']);
  });

  it('that an answer leads to are asked after it', () => {
    expect(asked({ dish: 'soup' })).toEqual(['dish', 'hot', 'guests']);
  });
});

describe('answers', () => {
  it('can be changed and skipped without losing later ones', () => {
    const given = answers({ dish: 'soup', hot: 'yes', guests: 'few' });
    const changed = withAnswer(given, 'dish', 'bread');
    expect(writeAnswers(changed, questions).toString()).toBe('dish=bread&guests=few');
    expect(writeAnswers(withAnswer(changed, 'dish', 'soup'), questions).toString()).toBe(
      'dish=soup&hot=yes&guests=few',
    );
    expect([...withAnswer(given, 'dish', '').keys()]).toEqual(['hot', 'guests']);
    expect(given.size).toBe(3);
  });

  it('are dropped from an address if they are unknown', () => {
    expect(read('dish=stone&guests=few&colour=red')).toEqual({ guests: 'few' });
    expect(read('dish=stone&dish=soup')).toEqual({ dish: 'soup' });
    expect(read('__proto__=x&constructor=y')).toEqual({});
  });

  it('are dropped if their question is no longer asked', () => {
    expect(read('dish=bread&hot=yes')).toEqual({ dish: 'bread' });
    expect(read('hot=yes')).toEqual({});
    expect(write({ hot: 'yes', guests: 'few' })).toBe('guests=few');
  });

  it('survive the way through an address', () => {
    fc.assert(
      fc.property(anyWalk, ({ questions, answers }) => {
        const written = writeAnswers(answers, questions);
        const given = readAnswers(new URLSearchParams(written.toString()), questions);
        expect(givenAnswers(questions, given)).toEqual(givenAnswers(questions, answers));
        expect(writeAnswers(given, questions).toString()).toBe(written.toString());
      }),
    );
  });

  it('never make an address of anything but asked questions and their answers', () => {
    fc.assert(
      fc.property(anyQuestions, fc.dictionary(fc.string(), fc.string()), (questions, parameters) => {
        const given = readAnswers(new URLSearchParams(parameters), questions);
        const known = new Set(askedQuestions(questions, given).map(({ id }) => id));
        expect([...given.keys()].every((id) => known.has(id))).toBe(true);
      }),
    );
  });
});

describe('the outcome', () => {
  it('gives each member its reasons, in the order of the questions', () => {
    const { team } = outcomeOf(walk, answers({ dish: 'soup', hot: 'yes', guests: 'many' }));
    expect(team.map(({ seat, reasons }) => [seat.label, reasons])).toEqual([
      ['@baker or @cook', ['kind of dish: SOUP']],
      ['specialists', ['Is it hot? YES (direct)', 'guest count: MANY']],
      ['@baker', ['guest count: MANY']],
    ]);
  });

  it('says which of several is on the team anyway', () => {
    const { team } = outcomeOf(walk, answers({ dish: 'bread', guests: 'few' }));
    expect(team.map(({ seat, present }) => [seat.label, present])).toEqual([
      ['@baker', []],
      ['@baker or @cook', ['baker']],
    ]);
  });

  it.each([
    ['What quality requirements?', 'quality requirements: X'],
    ['Which platform?', 'platform: X'],
    ['What is the target?', 'target: X'],
    ['What do you need?', 'What do you need? X'],
    ['Which of the two teams owns it?', 'Which of the two teams owns it? X'],
    ['Freight', 'Freight: X'],
    ['', 'X'],
  ])('puts “%s” as “%s”', (text, reason) => {
    const one: Walk = { seats: walk.seats, questions: [{ id: 'q', text, answers: [answer('x', 's0')] }] };
    expect(outcomeOf(one, answers({ q: 'x' })).team[0]?.reasons).toEqual([reason]);
  });

  it('can be heard', () => {
    const said = (record: Record<string, string>) => summariseOutcome(outcomeOf(walk, answers(record)));
    expect(said({})).toBe('Answer a question, any of them, and the team appears here.');
    expect(said({ dish: 'air' })).toBe('1 of 2 answered. So far the answers name nobody.');
    expect(said({ dish: 'bread' })).toBe('1 of 2 answered. One on the team: @baker.');
    expect(said({ dish: 'soup', hot: 'yes' })).toBe('2 of 3 answered. 2 on the team: @baker or @cook, specialists.');
  });
});

describe('the team brief', () => {
  const brief: Brief = {
    title: 'Who cooks?',
    address: 'https://playbook.example/decide/who/?dish=soup',
    from: { label: 'host [1]', address: 'https://playbook.example/agents/host/' },
    answers: [{ question: 'What dish?', answer: 'Soup' }],
    team: [
      {
        label: '@baker or @cook',
        reasons: ['dish: Soup', 'hot'],
        tasks: ['@cook is handed: Broth'],
        links: [{ label: '@cook', address: 'https://playbook.example/agents/cook/' }],
      },
      { label: 'specialists', reasons: ['hot'], tasks: [], links: [] },
    ],
    handoffs: [{ label: 'Order', address: 'https://playbook.example/agents/host/#order', detail: 'to cooks · @cook' }],
    flows: [],
  };

  it('is markdown with the answers, the team, its reasons and the handoffs', () => {
    expect(briefMarkdown(brief)).toBe(`# Who cooks?

From [host \\[1\\]](https://playbook.example/agents/host/). [The answers, to go through again](https://playbook.example/decide/who/?dish=soup)

## Answers

- What dish? **Soup**

## Team

- **@baker or @cook**, because: dish: Soup; hot
  - @cook is handed: Broth
  - [@cook](https://playbook.example/agents/cook/)
- **specialists**, because: hot

## Handoffs

- [Order](https://playbook.example/agents/host/#order): to cooks · @cook
`);
  });
});
