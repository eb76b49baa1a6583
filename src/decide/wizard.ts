/*
 * The wizard of a decision tree, without a DOM: which questions are asked, which answers count, and which team they
 * lead to.
 */

/** One answer of a question. */
export interface WizardAnswer {
  id: string;
  label: string;
  /** Ids of the slots that this answer puts on the team, in written order. */
  slots: readonly string[];
  /** The text in brackets behind the route, such as `direct`; empty if there is none. */
  note: string;
}

/** One question. Questions are a flat list in written order: each comes after the one that it depends on. */
export interface WizardQuestion {
  id: string;
  text: string;
  /** The answer that leads to it; absent for questions that are always asked. */
  after?: { question: string; answer: string };
  answers: readonly WizardAnswer[];
}

/** A slot on the team: one agent, a role, or several agents any one of which is enough. */
export interface Slot {
  id: string;
  /** As written: `@c-pro or @cpp-pro`. */
  label: string;
  /** Names of the agents who can fill it, without `@`; none for a role. */
  names: readonly string[];
}

export interface Wizard {
  questions: readonly WizardQuestion[];
  slots: readonly Slot[];
}

/** Ids of answers by the ids of their questions. May contain answers to questions that are not asked at the moment. */
export type Answers = ReadonlyMap<string, string>;

export interface GivenAnswer {
  question: WizardQuestion;
  answer: WizardAnswer;
}

/** A slot that is on the team, and why. */
export interface TeamMember {
  slot: Slot;
  /** `application domain: Web services`, in the order of the questions. */
  reasons: string[];
  /** For a slot of several agents: those who are also on the team in a slot of their own. */
  alreadyOnTeam: string[];
}

/** The questions, answers and team that follow from the reader's answers. */
export interface WizardOutcome {
  /** The questions that are asked at the moment. */
  asked: WizardQuestion[];
  given: GivenAnswer[];
  /** In the order in which the answers name them. */
  team: TeamMember[];
}

/** Returns the questions that are asked, given the answers so far. */
export function askedQuestions(questions: readonly WizardQuestion[], answers: Answers): WizardQuestion[] {
  const asked = new Set<string>();
  return questions.filter(({ id, after }) => {
    const isAsked = !after || (asked.has(after.question) && answers.get(after.question) === after.answer);
    if (isAsked) asked.add(id);
    return isAsked;
  });
}

/** Returns the answers that count: existing answers to questions that are asked. */
export function givenAnswers(questions: readonly WizardQuestion[], answers: Answers): GivenAnswer[] {
  return askedQuestions(questions, answers).flatMap((question) => {
    const answer = question.answers.find(({ id }) => id === answers.get(question.id));
    return answer ? [{ question, answer }] : [];
  });
}

/** Returns the id of the first asked question without an answer, or of the very first if all have one. */
export function firstUnanswered(questions: readonly WizardQuestion[], answers: Answers): string {
  const asked = askedQuestions(questions, answers);
  return (asked.find(({ id }) => !answers.has(id)) ?? asked[0])?.id ?? '';
}

/**
 * Gives, changes or (with an empty answer) skips one answer. All others stay, including those to questions that are no
 * longer asked, so that they count again when the reader changes back.
 */
export function withAnswer(answers: Answers, question: string, answer: string): Answers {
  const changed = new Map(answers);
  if (answer === '') changed.delete(question);
  else changed.set(question, answer);
  return changed;
}

/** Reads the answers from a URL, `?application-domain=web-services`. Unknown and stale ones are dropped. */
export function readAnswers(parameters: URLSearchParams, questions: readonly WizardQuestion[]): Answers {
  const read = new Map<string, string>();
  for (const { id, after, answers } of questions) {
    if (after && read.get(after.question) !== after.answer) continue;
    const answer = parameters.getAll(id).find((value) => answers.some((existing) => existing.id === value));
    if (answer !== undefined) read.set(id, answer);
  }
  return read;
}

/** Returns URL parameters for the answers that count, in the order of the questions; the inverse of `readAnswers`. */
export function writeAnswers(answers: Answers, questions: readonly WizardQuestion[]): URLSearchParams {
  return new URLSearchParams(givenAnswers(questions, answers).map(({ question, answer }) => [question.id, answer.id]));
}

/** Derives the team, with reasons, from the answers. */
export function outcomeOf({ questions, slots }: Wizard, answers: Answers): WizardOutcome {
  const given = givenAnswers(questions, answers);
  const reasonsBySlot = new Map<string, string[]>();
  for (const { question, answer } of given) {
    for (const slot of answer.slots) {
      reasonsBySlot.set(slot, [...(reasonsBySlot.get(slot) ?? []), reasonFor(question, answer)]);
    }
  }
  const filled = [...reasonsBySlot].flatMap(([id, reasons]) => {
    const slot = slots.find((slot) => slot.id === id);
    return slot ? [{ slot, reasons }] : [];
  });
  const withOwnSlot = new Set(filled.flatMap(({ slot: { names } }) => (names.length === 1 ? names : [])));
  const team = filled.map((member) => {
    const { names } = member.slot;
    return { ...member, alreadyOnTeam: names.length > 1 ? names.filter((name) => withOwnSlot.has(name)) : [] };
  });
  return { asked: askedQuestions(questions, answers), given, team };
}

function reasonFor({ text }: WizardQuestion, { label, note }: WizardAnswer): string {
  const subject = questionSubject(text);
  const separator = subject === '' ? '' : subject.endsWith('?') ? ' ' : ': ';
  return `${subject}${separator}${label}${note === '' ? '' : ` (${note})`}`;
}

/** Longest subject, in words. A longer one is a sentence, which reads better as the whole question. */
const MAX_SUBJECT_WORDS = 3;

/** `What quality requirements?` → `quality requirements`. Returns other questions unchanged. */
function questionSubject(question: string): string {
  const subject = /^(?:what|which)\s+(?:(?:is|are)\s+)?(?:(?:the|your)\s+)?(.+?)\s*\?$/i.exec(question)?.[1] ?? '';
  const isSubject = subject !== '' && subject.split(/\s+/).length <= MAX_SUBJECT_WORDS && !auxiliary.test(subject);
  return isSubject ? subject : question;
}

const auxiliary = /^(?:do|does|did|is|are|was|were|will|would|should|shall|can|could|may|might|must|has|have)\b/i;

/** Returns the outcome in one or two sentences, for the status line that screen readers announce. */
export function summariseOutcome({ asked, given, team }: WizardOutcome): string {
  if (given.length === 0) return 'Answer any question to see the team.';
  const progress = `${String(given.length)} of ${String(asked.length)} answered.`;
  if (team.length === 0) return `${progress} The answers so far name no agents.`;
  return `${progress} Team of ${String(team.length)}: ${team.map(({ slot }) => slot.label).join(', ')}.`;
}
