import { Feed } from 'feed';
import { agentPath, feedPath } from '../../links.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { site } from '../../site.ts';
import { absoluteUrl } from '../shared/public-url.ts';
import { plainText } from '../shared/text.ts';

/** A reader that asks again has seen the older ones. */
const MAX_ENTRIES = 50;

/** Characters that XML does not allow, not even escaped. */
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/**
 * Returns the Atom feed of the agents that were changed last: https://www.rfc-editor.org/rfc/rfc4287. `undefined` if
 * no date is known.
 * @param dates when each file was changed, by its path in the folder of agents
 */
export function feedXml({ agents }: Playbook, dates: ReadonlyMap<string, Date>): string | undefined {
  const changed = agents
    .flatMap((agent) => {
      const date = dates.get(agent.source.path);
      return date ? [{ agent, date }] : [];
    })
    // Sorting is stable: agents that were changed together stay in reading order.
    .sort((a, b) => b.date.getTime() - a.date.getTime())
    .slice(0, MAX_ENTRIES);
  const [newest] = changed;
  if (!newest) return;
  const text = (written: string) => written.replace(notInXml, '');
  // The library marks the titles and summaries of entries as HTML: readers would run markup in them.
  const html = (written: string) => text(written).replace(/[<>&]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const feed = new Feed({
    id: absoluteUrl('/'),
    link: absoluteUrl('/'),
    title: text(site.title),
    description: text(site.description),
    author: { name: text(site.title) },
    updated: newest.date,
    feedLinks: { atom: absoluteUrl(feedPath) },
    generator: false,
  });
  for (const { agent, date } of changed) {
    const address = absoluteUrl(agentPath(agent.id));
    feed.addItem({
      title: html(agent.name),
      id: address,
      link: address,
      date,
      description: html(plainText(agent.summary)),
    });
  }
  return feed.atom1();
}
