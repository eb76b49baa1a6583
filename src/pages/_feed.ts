import { loadPlaybook } from '../content/agents.ts';
import { commitDates } from '../content/commit-dates.ts';
import { site } from '../site.ts';
import { feedXml } from '../views/programs/feed.ts';
import { isPublished } from '../views/shared/public-url.ts';

let dates: Promise<ReadonlyMap<string, Date>> | undefined;

/** Returns the feed of the site; `undefined` if it has none, because it knows no URL of its own, or no dates. */
export async function loadFeed(): Promise<string | undefined> {
  if (!isPublished) return;
  dates ??= commitDates(site.agents);
  return feedXml(await loadPlaybook(), await dates);
}
