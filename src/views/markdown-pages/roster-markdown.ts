import type { RosterEntryView, RosterView } from '../roster/roster-view.ts';
import { blocks, bullets, link, plain } from './markdown-text.ts';

/** Returns the markdown version of the roster. */
export function rosterMarkdown({ summary, items }: RosterView): string {
  return blocks(
    '# Roster',
    `> All agents that are named anywhere: ${summary}.`,
    bullets(
      items.map(({ name, href, hasFile, total, purpose }) => {
        const kind = hasFile ? 'with a file' : 'without a file';
        return `${link(name, href)}, ${kind}, ${total}${purpose === '' ? '' : `: ${plain(purpose)}`}`;
      }),
    ),
  );
}

/** Returns the markdown version of a roster entry: all places that name it. */
export function rosterEntryMarkdown({ name, persona, description, teams, groups }: RosterEntryView): string {
  return blocks(
    `# ${plain(name)}`,
    `> ${plain(description)}`,
    persona !== undefined && `Its page: ${link(name, persona)}`,
    teams.length > 0 &&
      blocks(
        '## Works in',
        bullets(teams.map(({ title, href, members }) => `${link(title, href)}: ${members.map(memberText).join(', ')}`)),
      ),
    ...groups.map(({ title, references }) =>
      blocks(
        `## ${title}`,
        bullets(
          references.map(({ text, by, at }) => {
            const place = `${link(by.name, by.href)}, ${link(at.label, at.href)}`;
            return text === '' ? place : `${plain(text)} (${place})`;
          }),
        ),
      ),
    ),
  );
}

function memberText({ label, href }: { label: string; href?: string }): string {
  return href === undefined ? plain(label) : link(label, href);
}
