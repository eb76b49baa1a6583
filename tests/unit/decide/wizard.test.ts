import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedQuestions,
  firstUnanswered,
  givenAnswers,
  outcomeOf,
  readAnswers,
  summariseOutcome,
  withAnswer,
  writeAnswers,
  type Answers,
  type Wizard,
  type WizardQuestion,
} from '../../../src/decide/wizard.ts';

const answer = (id: string, ...slots: string[]) => ({ id, label: id.toUpperCase(), slots, note: '' });
const wizard: Wizard = {
  slots: [
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
const { questions } = wizard;
const answers = (record: Record<string, string>): Answers => new Map(Object.entries(record));
const asked = (record: Record<string, string>) => askedQuestions(questions, answers(record)).map(({ id }) => id);
const read = (query: string) => Object.fromEntries(readAnswers(new URLSearchParams(query), questions));
const write = (record: Record<string, string>) => writeAnswers(answers(record), questions).toString();

/** Generates questions, any of which may depend on an answer of an earlier one. */
const anyQuestions = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.integer({ min: 1, max: 4 })), { maxLength: 12 })
  .map((drafts) => {
    const made: WizardQuestion[] = [];
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
const anyWizard = anyQuestions.chain((questions) =>
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

describe('askedQuestions', () => {
  it('returns all questions that depend on no answer', () => {
    expect(asked({})).toEqual(['dish', 'guests']);
  });

  it('returns a question that depends on an answer once that answer is given', () => {
    expect(asked({ dish: 'soup' })).toEqual(['dish', 'hot', 'guests']);
  });
});

describe('firstUnanswered', () => {
  it.each([
    ['the first question without an answer', { dish: 'bread' }, 'guests'],
    ['a question that the last answer leads to', { dish: 'soup', guests: 'few' }, 'hot'],
    ['the very first question when all are answered', { dish: 'bread', guests: 'few' }, 'dish'],
  ])('returns %s', (_, given, question) => {
    expect(firstUnanswered(questions, answers(given))).toBe(question);
  });

  it('returns an empty id when there are no questions', () => {
    expect(firstUnanswered([], new Map())).toBe('');
  });
});

describe('the answers of a wizard', () => {
  it('keep later answers when an earlier one is changed or skipped', () => {
    const given = answers({ dish: 'soup', hot: 'yes', guests: 'few' });
    const changed = withAnswer(given, 'dish', 'bread');
    expect(writeAnswers(changed, questions).toString()).toBe('dish=bread&guests=few');
    expect(writeAnswers(withAnswer(changed, 'dish', 'soup'), questions).toString()).toBe(
      'dish=soup&hot=yes&guests=few',
    );
    expect([...withAnswer(given, 'dish', '').keys()]).toEqual(['hot', 'guests']);
    expect(given.size).toBe(3);
  });

  it('are dropped from a URL if they are unknown', () => {
    expect(read('dish=stone&guests=few&colour=red')).toEqual({ guests: 'few' });
    expect(read('dish=stone&dish=soup')).toEqual({ dish: 'soup' });
    expect(read('__proto__=x&constructor=y')).toEqual({});
  });

  it('are dropped if their question is no longer asked', () => {
    expect(read('dish=bread&hot=yes')).toEqual({ dish: 'bread' });
    expect(read('hot=yes')).toEqual({});
    expect(write({ hot: 'yes', guests: 'few' })).toBe('guests=few');
  });

  it('survive being written to a URL and read again', () => {
    fc.assert(
      fc.property(anyWizard, ({ questions, answers }) => {
        const written = writeAnswers(answers, questions);
        const given = readAnswers(new URLSearchParams(written.toString()), questions);
        expect(givenAnswers(questions, given)).toEqual(givenAnswers(questions, answers));
        expect(writeAnswers(given, questions).toString()).toBe(written.toString());
      }),
    );
  });

  it('read from any URL belong to questions that are asked', () => {
    fc.assert(
      fc.property(anyQuestions, fc.dictionary(fc.string(), fc.string()), (questions, parameters) => {
        const given = readAnswers(new URLSearchParams(parameters), questions);
        const known = new Set(askedQuestions(questions, given).map(({ id }) => id));
        expect([...given.keys()].every((id) => known.has(id))).toBe(true);
      }),
    );
  });
});

describe('the outcome of a wizard', () => {
  it('gives the reasons for each member of the team, in the order of the questions', () => {
    const { team } = outcomeOf(wizard, answers({ dish: 'soup', hot: 'yes', guests: 'many' }));
    expect(team.map(({ slot, reasons }) => [slot.label, reasons])).toEqual([
      ['@baker or @cook', ['kind of dish: SOUP']],
      ['specialists', ['Is it hot? YES (direct)', 'guest count: MANY']],
      ['@baker', ['guest count: MANY']],
    ]);
  });

  it('names the alternatives that are on the team in a slot of their own', () => {
    const { team } = outcomeOf(wizard, answers({ dish: 'bread', guests: 'few' }));
    expect(team.map(({ slot, alreadyOnTeam }) => [slot.label, alreadyOnTeam])).toEqual([
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
  ])('states the answer to “%s” as the reason “%s”', (text, reason) => {
    const one: Wizard = { slots: wizard.slots, questions: [{ id: 'q', text, answers: [answer('x', 's0')] }] };
    expect(outcomeOf(one, answers({ q: 'x' })).team[0]?.reasons).toEqual([reason]);
  });

  it('is summarised for the status line', () => {
    const summary = (record: Record<string, string>) => summariseOutcome(outcomeOf(wizard, answers(record)));
    expect(summary({})).toBe('Answer any question to see the team.');
    expect(summary({ dish: 'air' })).toBe('1 of 2 answered. The answers so far name no agents.');
    expect(summary({ dish: 'bread' })).toBe('1 of 2 answered. Team of 1: @baker.');
    expect(summary({ dish: 'soup', hot: 'yes' })).toBe('2 of 3 answered. Team of 2: @baker or @cook, specialists.');
  });
});
