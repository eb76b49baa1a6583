import { outputTitleInOtherLanguages } from '../other-languages.ts';

/** Words in a title which announce a text to fill in. */
const templateWords =
  /\b(?:templates?|reports?|reporting|formats?|outputs?|hand-?offs?|hand-?overs?|summary|brief|deliverables?|structured?|response|findings|notification|shape|schema|status blocks?)\b/i;

/** Whether a title announces a text to fill in. */
export function isTemplateTitle(title: string): boolean {
  return templateWords.test(title) || outputTitleInOtherLanguages.test(title);
}

export const handoffWords = /\bhand(?:ing)?-? ?(?:offs?|overs?)\b|\bdelegat\w*/i;

/** Introductions of a list of what a report has, without names of fields: "When done, report", "Present a summary with". */
export const contentsIntro =
  /\b(?:report|return|respond with|output|present|provide|include|produce|summari[sz]e|structure your \w+|format)(?: back)?(?: the following| with| as(?: follows)?| in this order)?$/i;

/** Headings of what an agent answers with. */
const outputTitle =
  /^(?:final |expected )?(?:outputs?|reports?|responses?)(?: (?:formats?|templates?|structure|shape|contract))?$/i;

/** Whether a heading, whatever its number is, names what an agent answers with. */
export function isOutputTitle(title: string): boolean {
  return outputTitle.test(withoutNumber(title)) || outputTitleInOtherLanguages.test(title);
}

/** Headings that tell an agent to answer, or name the form of an answer: "Output findings", "Refactoring report format". */
const answerHeading =
  /^(?:outputs?|reports?|return|responses?|respond|present)\b(?!.*\b(?:limits?|rules|discipline|times?|flow|constraints|philosophy|tiers)\b)|\b(?:outputs?|responses?|reports?|reporting|findings|summary|feedback|verdicts?|hand-?offs?|answer) (?:formats?|templates?|structure|schema)\b/i;

/** Whether a heading says that what follows is what an agent answers with, whatever its number is: `Step 5: Report`. */
export function asksForAnswer(heading: string): boolean {
  const isAnswer = answerHeading.test(withoutNumber(heading)) || outputTitleInOtherLanguages.test(heading);
  return isAnswer && !/\b(?:examples?|samples?)\b/i.test(heading);
}

/** Returns a title without its number: `Step 5: Report` and `4. Output`. */
export function withoutNumber(title: string): string {
  return title.replace(
    /^(?:(?:step|phase|part|section)\s{1,9})?\d{1,3}(?:\.\d{1,3}){0,3}[.:)]?\s{1,9}(?:[–—-]\s{1,9})?/i,
    '',
  );
}

/** Introductions of what an agent answers with, as it has to look. */
export const outputIntro =
  /^(?:always )?(?:output|return|report|respond with|reply with|present|produce|emit|print)\b|^(?:end|finish|close|conclude)\b.{0,60}\bwith$/i;
