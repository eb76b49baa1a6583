/** One answer of a walk. */
export interface WalkAnswer {
  id: string;
  label: string;
  /** Ids of the seats that it gives a reason for, in the order in which they are written. */
  seats: readonly string[];
  /** What stands in brackets behind the route: `direct`; empty if nothing does. */
  note: string;
}

/** One question of a walk. Questions are a flat list in written order: one comes after the one it depends on. */
export interface WalkQuestion {
  id: string;
  text: string;
  /** The answer that leads to it; absent for questions that are always asked. */
  after?: { question: string; answer: string };
  answers: readonly WalkAnswer[];
}

/** A place on the team: somebody, a role, or several of whom any one will do. */
export interface Seat {
  id: string;
  /** As written: `@c-pro or @cpp-pro`. */
  label: string;
  /** Names of the agents who can take it, without `@`; none for a role. */
  names: readonly string[];
}

export interface Walk {
  questions: readonly WalkQuestion[];
  seats: readonly Seat[];
}

/** Ids of answers, by the ids of their questions. May hold answers to questions that are not asked just now. */
export type Answers = ReadonlyMap<string, string>;

export interface GivenAnswer {
  question: WalkQuestion;
  answer: WalkAnswer;
}

export interface TeamMember {
  seat: Seat;
  /** `application domain: Web services`, in the order of the questions. */
  reasons: string[];
  /** Of several of whom any one will do: those who have a place of their own already. */
  present: string[];
}

export interface Outcome {
  /** Questions that are asked just now. */
  asked: WalkQuestion[];
  given: GivenAnswer[];
  /** In the order in which the answers name them. */
  team: TeamMember[];
}

/** The questions that are asked, given the answers so far. */
export function askedQuestions(questions: readonly WalkQuestion[], answers: Answers): WalkQuestion[] {
  const asked = new Set<string>();
  return questions.filter(({ id, after }) => {
    const isAsked = !after || (asked.has(after.question) && answers.get(after.question) === after.answer);
    if (isAsked) asked.add(id);
    return isAsked;
  });
}

/** The answers that count: known ones, to questions that are asked. */
export function givenAnswers(questions: readonly WalkQuestion[], answers: Answers): GivenAnswer[] {
  return askedQuestions(questions, answers).flatMap((question) => {
    const answer = question.answers.find(({ id }) => id === answers.get(question.id));
    return answer ? [{ question, answer }] : [];
  });
}

/**
 * Gives, changes or (with an empty answer) skips one answer. All others stay, those to questions that are no
 * longer asked too, so that they are back when the answer is.
 */
export function withAnswer(answers: Answers, question: string, answer: string): Answers {
  const changed = new Map(answers);
  if (answer === '') changed.delete(question);
  else changed.set(question, answer);
  return changed;
}

/** The answers in an address, `?application-domain=web-services`: those that are unknown or stale are dropped. */
export function readAnswers(parameters: URLSearchParams, questions: readonly WalkQuestion[]): Answers {
  const read = new Map<string, string>();
  for (const { id, after, answers } of questions) {
    if (after && read.get(after.question) !== after.answer) continue;
    const answer = parameters.getAll(id).find((value) => answers.some((known) => known.id === value));
    if (answer !== undefined) read.set(id, answer);
  }
  return read;
}

/** The parameters for the answers that count, in the order of the questions; the inverse of `readAnswers`. */
export function writeAnswers(answers: Answers, questions: readonly WalkQuestion[]): URLSearchParams {
  return new URLSearchParams(givenAnswers(questions, answers).map(({ question, answer }) => [question.id, answer.id]));
}

/** Where the answers lead. */
export function outcomeOf({ questions, seats }: Walk, answers: Answers): Outcome {
  const given = givenAnswers(questions, answers);
  const reasons = new Map<string, string[]>();
  for (const { question, answer } of given) {
    for (const seat of answer.seats) reasons.set(seat, [...(reasons.get(seat) ?? []), reasonFor(question, answer)]);
  }
  const taken = [...reasons].flatMap(([id, because]) => {
    const seat = seats.find((seat) => seat.id === id);
    return seat ? [{ seat, reasons: because }] : [];
  });
  const single = new Set(taken.flatMap(({ seat: { names } }) => (names.length === 1 ? names : [])));
  const team = taken.map((member) => {
    const { names } = member.seat;
    return { ...member, present: names.length > 1 ? names.filter((name) => single.has(name)) : [] };
  });
  return { asked: askedQuestions(questions, answers), given, team };
}

function reasonFor({ text }: WalkQuestion, { label, note }: WalkAnswer): string {
  const about = topicOf(text);
  const colon = about === '' ? '' : about.endsWith('?') ? ' ' : ': ';
  return `${about}${colon}${label}${note === '' ? '' : ` (${note})`}`;
}

/** More words than this are a sentence, which is cut short badly. */
const LONGEST_TOPIC = 3;

/** `What quality requirements?` → `quality requirements`; a question that is no such thing stays as it is. */
function topicOf(question: string): string {
  const topic = /^(?:what|which)\s+(?:(?:is|are)\s+)?(?:(?:the|your)\s+)?(.+?)\s*\?$/i.exec(question)?.[1] ?? '';
  const isTopic = topic !== '' && topic.split(/\s+/).length <= LONGEST_TOPIC && !auxiliary.test(topic);
  return isTopic ? topic : question;
}

const auxiliary = /^(?:do|does|did|is|are|was|were|will|would|should|shall|can|could|may|might|must|has|have)\b/i;

/** The outcome in one or two sentences, for those who hear it. */
export function summariseOutcome({ asked, given, team }: Outcome): string {
  if (given.length === 0) return 'Answer a question, any of them, and the team appears here.';
  const progress = `${String(given.length)} of ${String(asked.length)} answered.`;
  if (team.length === 0) return `${progress} So far the answers name nobody.`;
  return `${progress} ${team.length === 1 ? 'One' : String(team.length)} on the team: ${team.map(({ seat }) => seat.label).join(', ')}.`;
}
