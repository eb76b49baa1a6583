import type { Accent } from '../../playbook/accent.ts';
import type { PartyView, RouteView } from '../shared/route-view.ts';

/** One vertical line of the rail: an agent or a role, and the numbers of its steps, from 1. */
export interface Lane {
  party: PartyView;
  /** Distance of its centre from the rail's left edge, in CSS pixels. */
  x: number;
  steps: number[];
}

/** The position of the dots of a row: in its middle, or beside the first line of a step that has tasks below it. */
export type DotHeight = '50%' | '1.6rem';

/** Where a line begins or ends in its row. Rows have any height, because their text wraps. */
export type RowHeight = '0' | DotHeight | '100%';

/** A straight line in one row. `lane` shows that an agent returns later; `path` leads from step to step. */
export interface RailLine {
  kind: 'lane' | 'path';
  x1: number;
  x2: number;
  y1: RowHeight;
  y2: RowHeight;
}

/** A dot of a row; the first one of a row carries the step's number. */
export interface RailDot {
  x: number;
  radius: number;
  accent?: Accent;
}

/** A flow as a numbered rail: one row per step, one lane per agent in order of first appearance. */
export interface Rail {
  /** In CSS pixels. */
  width: number;
  dotHeight: DotHeight;
  lanes: Lane[];
  rows: { lines: RailLine[]; dots: RailDot[] }[];
}

/** Radius of a numbered dot; also the margin on both sides. In CSS pixels. */
const DOT_RADIUS = 10;
/** Distance between lanes, in CSS pixels; with many lanes, as much as fits into `MAX_LANES_WIDTH`. */
const LANE_DISTANCE = 20;
const MIN_LANE_DISTANCE = 8;
const MAX_LANES_WIDTH = 140;
/** Room for a dot's outline, in CSS pixels. */
const OUTLINE = 1;

/**
 * Lays out the rail of a flow. Positions depend on the order of agents alone: no text is measured.
 * @param routes the route of each step; `undefined` for a step that names no agent
 */
export function flowRail(routes: readonly (RouteView | undefined)[], dotHeight: DotHeight = '50%'): Rail {
  const lanes = lanesOf(routes);
  const places = routes.map((route) => {
    const xs = (route?.parties ?? []).map(({ label }) => lanes.get(label)?.x ?? START);
    return xs.length === 0 ? [START] : [...new Set(xs)];
  });
  return {
    width: Math.max(START, ...[...lanes.values()].map(({ x }) => x)) + DOT_RADIUS + OUTLINE,
    dotHeight,
    lanes: [...lanes.values()],
    rows: routes.map((route, index) => ({
      lines: [...lanesThrough(index + 1, [...lanes.values()], dotHeight), ...pathThrough(index, places, dotHeight)],
      dots: dotsOf(route, places[index] ?? [START], lanes),
    })),
  };
}

/** Centre of the first lane. */
const START = DOT_RADIUS + OUTLINE;

function lanesOf(routes: readonly (RouteView | undefined)[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  routes.forEach((route, index) => {
    for (const party of route?.parties ?? []) {
      const lane = lanes.get(party.label);
      if (!lane) lanes.set(party.label, { party, x: START, steps: [index + 1] });
      else if (lane.steps.at(-1) !== index + 1) lane.steps.push(index + 1);
    }
  });
  const distance = laneDistance(lanes.size);
  [...lanes.values()].forEach((lane, index) => {
    lane.x = START + index * distance;
  });
  return lanes;
}

function laneDistance(lanes: number): number {
  const most = MAX_LANES_WIDTH / Math.max(1, lanes - 1);
  return Math.round(Math.min(LANE_DISTANCE, Math.max(MIN_LANE_DISTANCE, most)));
}

/** Lines of the lanes whose agent has a step here or earlier, and another one later. */
function lanesThrough(step: number, lanes: readonly Lane[], dotHeight: DotHeight): RailLine[] {
  return lanes.flatMap(({ x, steps }): RailLine[] => {
    const [first = 0, last = 0] = [steps[0], steps.at(-1)];
    if (first === last || step < first || step > last) return [];
    const [y1, y2] = [step === first ? dotHeight : '0', step === last ? dotHeight : '100%'] as const;
    return [{ kind: 'lane', x1: x, x2: x, y1, y2 }];
  });
}

/** The path from the previous step into this one, across its agents, and on to the next. */
function pathThrough(index: number, places: readonly (readonly number[])[], dotHeight: DotHeight): RailLine[] {
  const here = places[index] ?? [START];
  const [x = START] = here;
  const before = places[index - 1]?.[0];
  const top = before === undefined ? dotHeight : '0';
  const bottom = index < places.length - 1 ? '100%' : dotHeight;
  const line = (x1: number, x2: number, y1: RowHeight, y2: RowHeight): RailLine => ({ kind: 'path', x1, x2, y1, y2 });
  return [
    ...(before === undefined || before === x ? [] : [line(before, x, '0', '0')]),
    ...(here.length > 1 ? [line(Math.min(...here), Math.max(...here), dotHeight, dotHeight)] : []),
    ...(top === bottom ? [] : [line(x, x, top, bottom)]),
  ];
}

function dotsOf(route: RouteView | undefined, places: readonly number[], lanes: ReadonlyMap<string, Lane>): RailDot[] {
  const distance = laneDistance(lanes.size);
  return places.map((x, index) => {
    const accent = route?.parties.find(({ label }) => lanes.get(label)?.x === x)?.accent;
    // Dots of neighbouring lanes must not cover each other's number.
    const radius = index === 0 ? DOT_RADIUS : Math.min(DOT_RADIUS, Math.max(4, distance - DOT_RADIUS));
    return { x, radius, ...(accent === undefined ? {} : { accent }) };
  });
}
