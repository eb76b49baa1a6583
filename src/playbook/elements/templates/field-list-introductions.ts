import { anyOf, oneOf, pattern } from '../patterns.ts';

/** What an agent gives another one to start with. */
const briefing = oneOf(`
  delegations?, delegation prompts?, (?:sub-?)?agent (?:calls?|prompts?), hand-?offs?, hand-?overs?, briefs?, briefings?
`);

/** Introductions which say what a text must contain: "Every plan must include". Items need no labels below them. */
export const mustContain = pattern`^(?:when [^,]{1,80}, )?(?:your|each|every|the|all|an?) (?:[\w-]+ ){0,3}(?:${briefing}|${oneOf(`
  outcomes?, proposals?, plans?, roadmaps?, documents?, tickets?, specs?, specifications?, assessments?, evaluations?,
  recommendations?, verdicts?, records?, tests?, test cases?, scenarios?, candidates?
`)})(?: (?:to|for) (?:an?|the|another|each) (?:[\w-]+ ){0,2}agents?| you \w+)? ${oneOf(
  'must, should, will',
)} (?:always )?(?:include|contain|have|state|specify)$`;

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

/** Introductions of what an agent has to be told: "When delegating, include", "Each sub-agent call must include". */
export const briefingIntroduction = anyOf(
  pattern`^when ${oneOf(`
    delegating, handing off, handing over, (?:invoking|calling|briefing|spawning) (?:[\\w-]+ ){0,2}(?:sub-?)?agents?
  `)}\b[^,:]{0,60}, (?:you )?(?:always |must )?${oneOf('provide, include, specify, state, pass')}$`,
  pattern`\b(?:sub-?)?agent (?:calls?|prompts?)(?: you \w+)? (?:must|should|will) (?:always )?${oneOf(
    'include, contain, have, state, specify',
  )}$`,
);

/** Introductions that announce what a text consists of: "Expect a brief with", "Report results as". */
const announcedContents = anyOf(
  pattern`^(?:structured |strict |required |expected )?${oneOf(
    'outputs?, inputs?, responses?, reports?, returns?, results?, hand-?offs?',
  )} contract$`,
  pattern`^(?:expect|receive|require) an? (?:[\w-]+ ){0,3}${oneOf(
    'hand-?off, hand-?over, brief, briefing, payload, message, prompt',
  )} (?:with|containing|that (?:has|includes|contains))$`,
  pattern`^report (?:(?:your|the|all|any) )?(?:\w+ )?${oneOf(
    'findings, results, issues, problems, violations, status',
  )} (?:as|with|in this (?:format|order|structure))$`,
  pattern`^(?:write|output|return|produce|create|deliver|generate)\b[^:]{0,80}\b${oneOf(
    '(?<!\\bin )markdown, document, file, package, brief, proposal, plan, spec, \\w+\\.md',
  )}(?: (?:file|package|document))?,? ${oneOf('with, containing')}$`,
  /\b(?:containing|including|with) (?:the following|these|all required) (?:sections|headings|parts|fields)(?:,? \(?in (?:this |that )?order\)?)?$/i,
  /^(?:when|after|once|upon) \w+ing\b[^,:]{1,80}, (?:you )?(?:always )?(?:provide|deliver|return|present)(?: the following)?$/i,
  /^(?:you )?(?:must )?always provide(?: the following)?$/i,
  /^(?:when|after|once|upon) \w+ing\b[^,:]{1,80}, (?:you )?(?:must |should )?report(?: back)?$/i,
  /^for (?:each|every) (?:[\w-]+ ){0,2}decision,? (?:document|record|state)$/i,
  /\bcreate (?:an? |the )?(?:[\w-]+ )?(?:issue|ticket)s? (?:with|containing)$/i,
  /\bsection list,? \(?in (?:this |that )?order\)?$/i,
  briefingIntroduction,
  /^(?:an? )?(?:[\w-]+ ){0,2}(?:required|mandatory) sections,? \(?in (?:this |that )?order\)?$/i,
);

/**
 * Paragraphs that say what a text consists of although their last words alone do not: "Produce a plan with the sections
 * below (in order).", "Output: a plan with:".
 */
export const announcedAbove = anyOf(
  /\b(?:produce|write|create|generate|output|return|deliver|emit)\b.{0,200}\bwith (?:the|these) (?:sections|fields|parts|headings) below\b/i,
  pattern`^(?:outputs?|produces?|returns?|delivers?|deliverables?): .{0,150}\b${oneOf('with, containing, that includes')}:$`,
);

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
  announcedContents,
  pattern`^for (?:each|every) (?:[\w-]+ )?${fault}\b[^,:]{0,60},? (?:you (?:must|will|should) )?${oneOf(
    'provide, include, report, give, document, state, note, specify, record, describe, list',
  )}(?: the following)?$`,
);
