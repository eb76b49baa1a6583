import { outputTitleInOtherLanguages } from '../other-languages.ts';
import { anyOf, oneOf, pattern, words } from '../patterns.ts';

const templateWords = words(`
  templates?, reports?, reporting, formats?, outputs?, hand-?offs?, hand-?overs?, summary, brief, deliverables?,
  structured?, response, findings, notification, shape, schema, status blocks?
`);

/** Whether a title may be that of a text to fill in. */
export function isTemplateTitle(title: string): boolean {
  return templateWords.test(title) || outputTitleInOtherLanguages.test(title);
}

/** Matches words about work that one agent hands over to another. */
export const handoffWords = /\bhand(?:ing)?-? ?(?:offs?|overs?)\b|\bdelegat\w*/i;

/** Introductions that end in the verb for what a list below contains: "When done, report", "Present a summary with". */
export const contentsIntroduction = pattern`\b${oneOf(
  'report, return, respond with, output, present, provide, include, produce, summari[sz]e, structure your \\w+, format',
)}(?: back)?(?: the following| with| as(?: follows)?| in this order)?$`;

/** Introductions of what another agent is told: "Call the `baker` agent with". */
export const promptIntroduction =
  /\b(?:invoke|call|spawn|dispatch|launch|prompt|brief)\b.{0,60}\bagent\b.{0,30}\b(?:with|prompt|structure)$/i;

/** Introductions that tell the agent to answer: "Output a summary table", "End each day with". */
export const outputIntroduction =
  /^(?:always )?(?:output|return|report|respond with|reply with|present|produce|emit|print)\b|^(?:end|finish|close|conclude)\b.{0,60}\bwith$/i;

const outputTitle =
  /^(?:final |expected )?(?:outputs?|reports?|responses?)(?: (?:formats?|templates?|structure|shape|contract))?$/i;

/** Whether a heading, apart from its number, is nothing but a name for the answer of an agent: "2. Expected output". */
export function isOutputTitle(title: string): boolean {
  return outputTitle.test(withoutNumber(title)) || outputTitleInOtherLanguages.test(title);
}

/** "Output findings", "Refactoring report format"; "Response times" and "Output limits" are about something else. */
const answerHeading = anyOf(
  pattern`^${oneOf('outputs?, reports?, return, responses?, respond, present')}\b(?!.*\b${oneOf(
    'limits?, rules, discipline, times?, flow, constraints, philosophy, tiers',
  )}\b)`,
  pattern`\b${oneOf(
    'outputs?, responses?, reports?, reporting, findings, summary, feedback, verdicts?, hand-?offs?, answer',
  )} (?:formats?|templates?|structure|schema)\b`,
);

/** Whether a heading, apart from its number, tells an agent to answer, or is that of the format: `Step 5: Report`. */
export function asksForAnswer(heading: string): boolean {
  const isAnswer = answerHeading.test(withoutNumber(heading)) || outputTitleInOtherLanguages.test(heading);
  return isAnswer && !/\b(?:examples?|samples?)\b/i.test(heading);
}

/** Returns a title without the number of its section: "Report" for `Step 5: Report` and for `5. Report`. */
export function withoutNumber(title: string): string {
  return title.replace(
    /^(?:(?:step|phase|part|section)\s{1,9})?\d{1,3}(?:\.\d{1,3}){0,3}[.:)]?\s{1,9}(?:[–—-]\s{1,9})?/i,
    '',
  );
}
