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
  /** `page` on the page itself, `true` on the pages below it: the values of aria-current. */
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

/** The main navigation as it looks from a page. */
export function navigation(path: string): NavigationItem[] {
  return destinations.map((destination) => ({
    ...destination,
    current: path === destination.path ? 'page' : path.startsWith(destination.path) ? 'true' : undefined,
  }));
}
