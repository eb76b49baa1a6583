import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readEntry } from './colleague-entry.ts';
import { readColleagues } from './colleague-names.ts';
import type { Context, Recognised } from '../element.ts';
import { anyOf, oneOf, pattern } from '../patterns.ts';
import type { Delegation, Delegations } from './delegation.ts';
import { nameAgentsOfFolder } from './known-agents.ts';
import { readReferrals } from './referrals.ts';
import { variantOf, relations } from './relations.ts';

/** Headings of paragraphs about an agent’s colleagues. */
const collaborationTitle = anyOf(
  pattern`^(?:(?:agent|team|cross-agent) )?${oneOf(
    'coordination, collaboration, integration, hand-?offs?, delegation, escalation, interactions?, teamwork',
  )}\b`,
  /^(?:works?|working|coordinat\w+|collaborat\w+|report\w*) (?:with|to)\b/i,
);

/** Longest paragraph to read, in UTF-16 code units. */
const MAX_LENGTH = 2000;

/**
 * Reads a paragraph of sentences such as "Works with sql-pro for reports and cache-pro for speed. Escalates to lead-dev."
 * below a heading about collaboration, or of nothing but names below "Reports to". A sentence without a colleague stays
 * a task. Only names of the folder's agents count, because other words in prose look the same.
 */
export function readCollaborationProse(paragraph: Paragraph, context: Context): Recognised<Delegations> | undefined {
  const referrals = readReferrals(paragraph, context);
  if (referrals) return { kind: 'delegations', variant: 'to', items: referrals };
  const heading = context.headings.at(-1) ?? '';
  const written = toString(paragraph).trim();
  // Above a list, a paragraph with a colon only introduces it.
  if (!collaborationTitle.test(heading) || written.length > MAX_LENGTH || /[:：]$/.test(written)) return;
  const text = written.replace(/\s+/g, ' ');
  const line = paragraph.position?.start.line ?? 1;
  const relation = relations.find(({ title }) => title.test(heading));
  const colleagues = relation && readColleagues(text, line, context);
  // Each line `**With baker**: shape` is one; other lines are broken anywhere.
  const sentences = written
    .split(/\n(?=(?:with|to|from) )/i)
    .flatMap((part) => part.replace(/\s+/g, ' ').split(/(?<=[.!]) (?=\p{Lu})/u));
  const items = colleagues ?? sentences.flatMap((sentence) => readSentence(sentence, line, context));
  const routes = items.flatMap(({ route }) => route ?? []);
  if (!nameAgentsOfFolder(routes, context)) return;
  const wordings = items.flatMap(({ wording }) => wording ?? []);
  return { kind: 'delegations', variant: variantOf(wordings) ?? relation?.variant ?? 'with', items };
}

/** Reads a sentence, in which more colleagues may follow: "Works with a-b for reports and c-d for speed". */
function readSentence(sentence: string, line: number, context: Context): Delegation[] {
  const entry = readEntry(sentence.replace(/[.!]$/, ''), context);
  if (!entry) return [{ task: sentence, line }];
  const [task = '', ...others] = entry.task.split(/,? and (?=[a-z0-9_-]+ (?:for|on|about) )/i);
  const more = others.map((words): Delegation => {
    const colleague = readEntry(`${entry.wording ?? 'with'} ${words}`, context);
    return { ...(colleague ?? { task: words }), line };
  });
  return [{ ...entry, task, line }, ...more];
}
