import type { List } from 'mdast';
import { nearestHeading, type Context } from '../element.ts';
import { isChecklistTitle } from '../gates/checklist-words.ts';
import { itemText } from '../list-item.ts';
import { words, wordsAtStart } from '../patterns.ts';
import { phaseTitle } from './titles.ts';

/** Verbs with which steps of work begin. */
export const actionVerb = wordsAtStart(`
  acknowledge, add, analy[sz]e, apply, ask, build, call, capture, categori[sz]e, check, clone, collect, commit, compare, confirm, consolidate,
  create, cross-reference, define, deploy, design, detect, determine, diagnose, dispatch, document, draft, execute, explore,
  extract, fetch, find, fix, gather, generate, highlight, identify, implement, ingest, inspect, install, investigate,
  isolate, lint, list, load, look, map, merge, open, parse, perceive, perform, plan, present, produce, propose, push,
  query, read, receive, rebuild, record, remove, report, reproduce, respond, return, route, review, run, save, scan, search, select, start, stop,
  summari[sz]e, synthesi[sz]e, tell, test, trace, understand, update, validate, verify, wait, write
`);

/** Headings of lists that begin with verbs as well: what an agent is there for, rules, things to choose from. */
const notActionsHeading = words(`
  responsibilit\\w*, dut(?:y|ies), tasks?, jobs?, roles?, goals?, objectives?, mission, scope, focus, areas?,
  activit(?:y|ies), functions?, services?,
  capabilit\\w*, competenc\\w*, expertise, skills?, features?, tools?, techniques?, tactics, approaches, mindset,
  philosophy, behaviou?rs?, style,
  principles?, rules?, guidelines?, requirements?, standards?, constraints?, practices?, tips, never, always,
  directives?, directions, considerations?, limitations?, contract, notes?,
  criteria, priorit\\w*, hierarchy, strategies, strategic, strategy(?!$), dimensions?, patterns?,
  examples?, use cases?, scenarios?, options?, commands?, queries, triggers?, invocation, when to, what, you, next,
  outputs?, reports?, deliverables?, recommendations?, improvements?, suggestions?, optimi[sz]ations?,
  checklists?, checks?, questions?, gates?
`);

/** Minimum number of items of a list whose title does not have to say that it has steps. */
const MIN_ACTIONS = 3;

/** Whether a list right below a heading says to do one thing after the other: "1. Read the recipe". */
export function areActions({ children }: List, context: Context): boolean {
  if (context.introduction !== '' || context.label !== '' || children.length < MIN_ACTIONS) return false;
  // The list of a phase has the tasks of that phase.
  if (phaseTitle.test(nearestHeading(context))) return false;
  const isNoProcess = (heading: string) => notActionsHeading.test(heading) || isChecklistTitle(heading);
  if (context.headings.slice(-2).some(isNoProcess)) return false;
  return children.filter((item) => actionVerb.test(itemText(item))).length * 4 >= children.length * 3;
}
