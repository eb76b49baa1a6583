import {
  accessPath,
  agentsPath,
  configuredHref,
  decidePath,
  comparePath,
  delegationPath,
  findPath,
  flowsPath,
  gatesPath,
  guidePath,
  handoffsPath,
  href,
  problemsPath,
  rosterPath,
  topicsPath,
} from '../../links.ts';
import { site } from '../../site.ts';

export interface NavigationItem {
  label: string;
  href: string;
  /** What the reader finds there. */
  hint: string;
  /** The value of `aria-current`: `page` on the page itself, `true` on the pages below it. */
  current: 'page' | 'true' | undefined;
}

/** Pages that serve the same purpose; a group of one page is a plain link. */
export interface NavigationGroup {
  /** Part of ids on the page. */
  id: string;
  label: string;
  items: NavigationItem[];
  /** Whether the page, or one above it, is in the group. */
  isCurrent: boolean;
}

/** The groups of pages, by the tasks of readers. */
const groups = [
  {
    id: 'find',
    label: 'Find',
    items: [
      { label: 'For a task', path: findPath, hint: 'Agents ranked for your own words' },
      { label: 'Agents', path: agentsPath, hint: 'What each is for, with filters' },
      { label: 'Topics', path: topicsPath, hint: 'What each agent covers, and how deeply' },
      { label: 'Compare', path: comparePath, hint: 'Agents side by side' },
      { label: 'Access', path: accessPath, hint: 'What each agent may do' },
      { label: 'Problems', path: problemsPath, hint: 'What is wrong in the files' },
    ],
  },
  {
    id: 'decide',
    label: 'Decide',
    items: [
      { label: 'Decision trees', path: decidePath, hint: 'Questions that lead to the right agents' },
      { label: 'Flows', path: flowsPath, hint: 'Which agent does what, step by step' },
    ],
  },
  {
    id: 'hand-over',
    label: 'Hand over',
    items: [
      { label: 'Handoffs', path: handoffsPath, hint: 'Templates and messages to fill in' },
      { label: 'Gates', path: gatesPath, hint: 'Checklists to tick off' },
    ],
  },
  {
    id: 'collaborate',
    label: 'Collaborate',
    items: [
      { label: 'Delegation', path: delegationPath, hint: 'Which agent gets which task' },
      { label: 'Roster', path: rosterPath, hint: 'Every agent that a file names' },
    ],
  },
  { id: 'guide', label: 'Guide', items: [{ label: 'Guide', path: guidePath, hint: '' }] },
] as const;

/** Returns the main navigation for a page, with the links that the owner of the site has configured at its end. */
export function navigation(path: string): NavigationGroup[] {
  const own = groups.map(({ id, label, items }) => {
    const withState = items.map((item) => ({
      label: item.label,
      hint: item.hint,
      href: href(item.path),
      current: currentOn(path, item.path),
    }));
    return { id, label, items: withState, isCurrent: withState.some(({ current }) => current !== undefined) };
  });
  const more = site.navigation.map((link) => ({
    label: link.label,
    hint: '',
    href: configuredHref(link.href),
    current: undefined,
  }));
  return more.length === 0 ? own : [...own, { id: 'more', label: 'More', items: more, isCurrent: false }];
}

function currentOn(path: string, itemPath: string): NavigationItem['current'] {
  return path === itemPath ? 'page' : path.startsWith(itemPath) ? 'true' : undefined;
}
