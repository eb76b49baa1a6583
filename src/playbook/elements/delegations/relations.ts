import type { DelegationVariant } from './delegation.ts';

/** Words in the wording of an entry which say that the work comes from the colleague. */
const inboundWording = /\b(?:from|by)$/i;

/** Words in the wording of an entry which say that the work goes to the colleague. */
const outboundWording = /^(?:to$|delegat|escalat|hand|defer|assign|rout|refer|transfer|pass)/i;

/** What a title says about the names below it, in which direction the work goes. */
export const relations: readonly { variant: DelegationVariant; title: RegExp }[] = [
  {
    variant: 'from',
    title:
      /\b(?:called|invoked|activated|used|triggered|delegated) by\b|\b(?:receives?|inputs?|hand-?offs?|works?|requests?|tasks) from\b/i,
  },
  {
    variant: 'to',
    title:
      /\b(?:delegates?|hands? ?(?:off|over)|hand-?offs?|escalates?|escalation|reports?|routes?|delegations?|defers?|reporting|provides? \w+|passes(?: \w+)?|feeds(?: \w+)?|sends \w+)(?: work| tasks)? to\b|\boutputs? goes to\b|\bfeeds? (?:\w+ )?into\b|\bwhen to (?:hand ?off|delegate|escalate):?$|^(?:calls|invokes|uses)$|^delegat(?:es?|ion)(?: \([^()]*\))?$|\bdispatch(?:es)?(?: to| chain| rules)?$|\bescalations?$|^(?:agent )?hand-?offs?$/i,
  },
  {
    variant: 'with',
    title:
      /\b(?:works?|working|pairs?|shares?(?: \w+)?|integrat\w+|coordinat\w+|collaborat\w+|partner\w*|consults?)(?: \w+ly| well| closely)? with\b|\bcollaborat\w+|\b(?:related|other|available|specialist|companion|recommended|suggested|next|sub-?) ?agents\b|\bcoordination$|^see also$/i,
  },
];

/** Returns the direction in which the work goes, if the verbs of the entries tell. */
export function variantOf(wordings: readonly string[]): DelegationVariant | undefined {
  if (wordings.length === 0) return;
  if (wordings.every((wording) => inboundWording.test(wording))) return 'from';
  return wordings.every((wording) => outboundWording.test(wording)) ? 'to' : 'with';
}
