/** Words in a title which announce a text to fill in. */
export const templateWords =
  /\b(?:templates?|reports?|reporting|formats?|outputs?|hand-?offs?|hand-?overs?|summary|brief|deliverables?|structured?|response|findings|notification|shape|schema|status blocks?)\b/i;

export const handoffWords = /\bhand(?:ing)?-? ?(?:offs?|overs?)\b|\bdelegat\w*/i;

/** Introductions of a list of what a report has, without names of fields: "When done, report", "Present a summary with". */
export const contentsIntro =
  /\b(?:report|return|respond with|output|present|provide|include|produce|summari[sz]e|structure your \w+|format)(?: back)?(?: the following| with| as(?: follows)?| in this order)?$/i;

/** Headings of what an agent answers with. */
export const outputTitle =
  /^(?:final |expected )?(?:outputs?|reports?|responses?)(?: (?:formats?|templates?|structure|contract))?$/i;

/** Introductions of what an agent answers with, as it has to look. */
export const outputIntro =
  /^(?:always )?(?:output|return|report|respond with|reply with|present|produce|emit|print)\b/i;
