import type { List } from 'mdast';
import { nearestHeading, type Context } from '../element.ts';
import { directChecksTitle, isChecklistTitle } from '../gates/checklist-words.ts';
import { itemText } from '../list-item.ts';
import { words, wordsAtStart } from '../patterns.ts';
import { phaseTitle } from './titles.ts';

/** Verbs with which steps of work begin. */
export const actionVerb = wordsAtStart(`
  acknowledge, add, aggregate, analy[sz]e, apply, ask, assess, audit, break down, build, calculate, call, capture,
  categori[sz]e, check, clean, clone, close, collect, commit, compare, compute, configure, confirm, consolidate,
  copy, create, cross-check, cross-reference, decompose, define, delegate, deploy, design, detect, determine,
  diagnose, dispatch, document, draft, enumerate, establish, estimate, evaluate, examine, execute, explore, extract,
  fetch, filter, find, fix, format, gather, generate, grep, hand, highlight, identify, implement, ingest, inspect,
  install, instrument, investigate, invoke, isolate, iterate, launch, lint, list, load, locate, log, look, map,
  measure, merge, move, note, notify, open, organi[sz]e, output, parse, perceive, perform, plan, post, prepare,
  present, prioriti[sz]e, produce, propose, pull, push, query, rank, rate, read, rebuild, receive, reconstruct,
  record, refactor, remove, repeat, report, reproduce, request, re-?read, re-?run, resolve, respond, restart, return,
  review, rewrite, route, run, save, scan, schedule, search, select, send, set, set up, sort, spawn, split, start,
  state, stop, store, study, submit, summari[sz]e, synthesi[sz]e, tag, tell, test, trace, trigger, understand,
  update, validate, verify, wait, walk, write
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
  outputs?, reports?, deliverables?, recommendations?, improvements?, suggestions?, optimi[sz]ations?, wins,
  checklists?, checks?, questions?, gates?
`);

/** Minimum number of items of a list whose title does not have to say that it has steps. */
const MIN_ACTIONS = 3;

/** Whether a list right below a heading says to do one thing after the other: "1. Read the recipe". */
export function areActions({ children }: List, context: Context): boolean {
  if (context.introduction !== '' || context.label !== '' || children.length < MIN_ACTIONS) return false;
  // The list of a phase has the tasks of that phase.
  if (phaseTitle.test(nearestHeading(context))) return false;
  const isNoProcess = (heading: string) =>
    notActionsHeading.test(heading) || isChecklistTitle(heading) || directChecksTitle.test(heading);
  if (context.headings.slice(-2).some(isNoProcess)) return false;
  return children.filter((item) => actionVerb.test(itemText(item))).length * 4 >= children.length * 3;
}
