import type { List } from 'mdast';
import { isChecklistTitle } from '../gates/checklist-words.ts';
import type { Context } from '../element.ts';
import { itemText } from '../list-item.ts';
import { phaseTitle } from './titles.ts';

/** Matches a verb with which steps of work begin. */
export const actionVerb =
  /^(?:add|analy[sz]e|apply|ask|build|call|categori[sz]e|check|clone|collect|commit|compare|confirm|consolidate|create|cross-reference|define|deploy|design|detect|determine|diagnose|document|draft|execute|explore|extract|fetch|find|fix|gather|generate|highlight|identify|implement|ingest|inspect|install|investigate|isolate|lint|list|load|look|map|merge|open|parse|perceive|perform|plan|present|produce|propose|push|query|read|rebuild|record|remove|report|reproduce|return|review|run|save|scan|search|select|start|stop|summari[sz]e|synthesi[sz]e|tell|test|trace|understand|update|validate|verify|wait|write)\b/i;

/** Headings of lists of what an agent is there for, or of rules, which begin with verbs as well. */
const noStepsHeading =
  /\b(?:responsibilit\w*|dut(?:y|ies)|tasks?|jobs?|roles?|principles?|rules?|guidelines?|goals?|objectives?|capabilit\w*|competenc\w*|expertise|skills?|requirements?|standards?|constraints?|mission|practices?|tips|focus|areas?|scope|criteria|priorit\w*|strategies|strategic|strategy(?!$)|examples?|tools?|features?|functions?|services?|never|always|what|you|when to|outputs?|reports?|deliverables?|patterns?|techniques?|tactics|checklists?|checks?|questions?|recommendations?|improvements?|suggestions?|hierarchy|use cases?|scenarios?|philosophy|behaviou?rs?|approaches|commands?|options?|notes?|next|mindset|directives?|queries|directions|triggers?|activit(?:y|ies)|invocation|dimensions?|gates?|optimi[sz]ations?|considerations?|limitations?|contract|style)\b/i;

/** Fewest of them right below any heading. */
const MIN_ACTIONS = 3;

/** Whether a list right below a heading says to do one thing after the other: "1. Read the recipe". */
export function areActions({ children }: List, { headings, introduction, label }: Context): boolean {
  if (introduction !== '' || label !== '' || children.length < MIN_ACTIONS) return false;
  // The list of a phase has its tasks.
  if (phaseTitle.test(headings.at(-1) ?? '')) return false;
  if (headings.slice(-2).some((heading) => noStepsHeading.test(heading) || isChecklistTitle(heading))) return false;
  return children.filter((item) => actionVerb.test(itemText(item))).length * 4 >= children.length * 3;
}
