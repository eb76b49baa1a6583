import type { Depth } from '../playbook/depth.ts';

/** How each depth is said, from most to least. */
export const depthLabels = {
  'in-depth': 'In depth',
  treats: 'Treats',
  mentions: 'Mentions',
} as const satisfies Record<Depth, string>;

/** Whether an agent has more than a word on a topic: then it is found by it in the catalogue. */
export function isTreated(depth: Depth): boolean {
  return depth !== 'mentions';
}
