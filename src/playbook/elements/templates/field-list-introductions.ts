import { anyOf, oneOf, pattern } from '../patterns.ts';

/** Introductions which say what a text must contain: "Every plan must include". Items need no labels below them. */
export const mustContain = pattern`^(?:your|each|every|the|all) (?:[\w-]+ ){0,3}${oneOf(`
  outcomes?, proposals?, plans?, roadmaps?, documents?, tickets?, specs?, specifications?, assessments?, evaluations?,
  recommendations?, verdicts?, records?, tests?, test cases?, scenarios?
`)} (?:must|should|will) (?:always )?(?:include|contain|have|state|specify)$`;

/** Introductions of the fields of a text: "Each finding includes", "Answer in this format", "Every plan must contain". */
export const fieldsIntroduction = anyOf(
  pattern`\b${oneOf(`
    reports?, summar(?:y|ies), outputs?, deliverables, responses?, answers?, findings?, vulnerabilit(?:y|ies),
    hand-?offs?, issues?, entry, review, payload, message, json
  `)}\b.{0,60}\b${oneOf('includes?, contains?, has, have, structure, format, sections, fields')}$`,
  /\binclude (?:these|the following) (?:sections|fields|parts|headings)\b/i,
  /\b(?:in|using|with) (?:this|these|the following|clear) (?:format|structure|sections)$/i,
  mustContain,
);

/** Introductions of the contents of an answer, below a heading about answers: "Provide clear answers with". */
export const answerIntroduction = anyOf(
  pattern`^(?:(?:when|after|once|for|at) [^,]{1,100}, )?(?:(?:you|always|please) (?:will |must |should )?)?${oneOf(
    'provide, return, present, produce, deliver, structure, respond, reply, give, include',
  )}\b`,
  /^(?:an? )?(?:brief|short|concise) (?:summary|report|overview|answer|list)(?: of| with)?$/i,
  /^(?:an? )?(?:[\w-]+ ){0,3}(?:document|report|summary|plan|note|brief) (?:with|containing)$/i,
  /^for each$/i,
  /^for (?:each|every|all) (?!.*\b(?:requests?|tasks?|quer(?:y|ies)|questions?)\b)[^,:]{1,60}$/i,
  /^for (?!each\b|every\b|all\b|any\b)[^,:]{1,40}$/i,
  /^when \w+ing\b[^,:]{1,60}$/i,
  /^it (?:must|should) (?:include|contain|have)$/i,
);

const fault = oneOf(`
  issue, finding, problem, vulnerability, bug, defect, violation, recommendation, risk, gap, concern, error, suggestion, failure,
  failing test, failed test, discrepancy, mismatch, regression, conflict
`);

/** Introductions that are about a report on their own, whatever the heading is: "When done, write a summary with". */
export const reportIntroduction = anyOf(
  pattern`^(?:(?:when|after|once) [^,]{1,100}, )?${oneOf(
    'present, provide, return, produce, write, generate, create, compile, output, report',
  )}\b.{0,60}\b(?:reports?|summary|overview|verdict|post-?mortem)(?: that includes?| with| including| containing)?$`,
  pattern`\b(?:structure|format|organi[sz]e) your (?:\w+ )?${oneOf(
    'response, answer, report, output, review, summary, findings, results',
  )}(?: as(?: follows)?| with)?$`,
  /^(?:for|when|after|once|upon) .{1,100}, you (?:will|must|should) (?:provide|deliver|return|present)(?: the following)?$/i,
  pattern`^structure (?:the |your |each )?${oneOf(
    'reports?, responses?, answers?, findings, reviews?, plan',
  )}\b.{0,60}(?:\bclearly|\bas(?: follows)?|\bwith (?:clear|these|the following) sections)$`,
  pattern`^(?:always )?${oneOf(
    'provide, return, present, give, report, structure, organi[sz]e, group, list',
  )}\b.{0,60}\b${oneOf(
    'organi[sz]ed, grouped, sorted, categori[sz]ed, ranked, prioriti[sz]ed',
  )} (?:by|into|as)\b.{0,30}$`,
  pattern`^for (?:each|every) (?:[\w-]+ )?${fault}\b[^,:]{0,60},? (?:you (?:must|will|should) )?${oneOf(
    'provide, include, report, give, document, state, note, specify, record, describe, list',
  )}(?: the following)?$`,
);
