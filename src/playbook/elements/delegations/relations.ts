import { anyOf, oneOf, pattern } from '../patterns.ts';
import type { DelegationVariant } from './delegation.ts';

/** Verbs of an entry which say that the work comes from the colleague: "Called by". */
const inboundWording = /\b(?:from|by)$/i;

/** Verbs of an entry which say that the work goes to the colleague: "Hand over to". */
const outboundWording = /^(?:to$|delegat|escalat|hand|defer|assign|rout|refer|transfer|pass)/i;

/** "Called by", "Receives work from". */
const fromTitle = anyOf(
  /\b(?:called|invoked|activated|used|triggered|delegated) by\b/i,
  /\b(?:receives?|inputs?|hand-?offs?|works?|requests?|tasks) from\b/i,
);

/** "Delegates to", "Feeds into", "When to escalate", "Escalations". */
const toTitle = anyOf(
  pattern`\b${oneOf(`
    delegates?, hands? ?(?:off|over), hand-?offs?, escalates?, escalation, reports?, routes?, delegations?, defers?,
    reporting, provides? \\w+, passes(?: \\w+)?, feeds(?: \\w+)?, sends \\w+
  `)}(?: work| tasks)? to\b`,
  /\boutputs? goes to\b/i,
  /\bfeeds? (?:\w+ )?into\b/i,
  /\bwhen to (?:hand ?off|delegate|escalate):?$/i,
  /^(?:calls|invokes|uses)$/i,
  /^delegat(?:es?|ion)(?: \([^()]*\))?$/i,
  /\bdispatch(?:es)?(?: to| chain| rules)?$/i,
  /\bescalations?$/i,
  /^(?:agent )?hand-?offs?$/i,
);

/** "Works closely with", "Collaboration", "Related agents", "See also". */
const withTitle = anyOf(
  pattern`\b${oneOf(`
    works?, working, pairs?, shares?(?: \\w+)?, integrat\\w+, coordinat\\w+, collaborat\\w+, partner\\w*, consults?
  `)}(?: \w+ly| well| closely)? with\b`,
  /\bcollaborat\w+/i,
  pattern`\b${oneOf('related, other, available, specialist, companion, recommended, suggested, next, sub-?')} ?agents\b`,
  /\bcoordination(?: protocols?| rules)?$/i,
  /^(?:workflow|pipeline) position$/i,
  /^see also$/i,
);

/** What the title of a list of colleagues says about the direction in which the work goes. The first that matches counts. */
export const relations: readonly { variant: DelegationVariant; title: RegExp }[] = [
  { variant: 'from', title: fromTitle },
  { variant: 'to', title: toTitle },
  { variant: 'with', title: withTitle },
];

/** Returns the direction in which the work goes by the verbs of the entries; `undefined` if there are none. */
export function variantOf(wordings: readonly string[]): DelegationVariant | undefined {
  if (wordings.length === 0) return;
  if (wordings.every((wording) => inboundWording.test(wording))) return 'from';
  return wordings.every((wording) => outboundWording.test(wording)) ? 'to' : 'with';
}
