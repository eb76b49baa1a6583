import {
  agentsPath,
  decidePath,
  delegationPath,
  flowsPath,
  gatesPath,
  guidePath,
  handoffsPath,
  rosterPath,
  topicsPath,
} from '../../links.ts';

interface NavigationItem {
  label: string;
  path: `/${string}`;
  /** The value of `aria-current`: `page` on the page itself, `true` on the pages below it. */
  current: 'page' | 'true' | undefined;
}

const destinations = [
  { label: 'Decide', path: decidePath },
  { label: 'Agents', path: agentsPath },
  { label: 'Topics', path: topicsPath },
  { label: 'Flows', path: flowsPath },
  { label: 'Handoffs', path: handoffsPath },
  { label: 'Delegation', path: delegationPath },
  { label: 'Gates', path: gatesPath },
  { label: 'Roster', path: rosterPath },
  { label: 'Guide', path: guidePath },
] as const;

/** Returns the main navigation for a page. */
export function navigation(path: string): NavigationItem[] {
  return destinations.map((destination) => ({
    ...destination,
    current: path === destination.path ? 'page' : path.startsWith(destination.path) ? 'true' : undefined,
  }));
}
