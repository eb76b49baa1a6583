import type { TeamBrief } from '../../decide/team-brief.ts';
import type { WizardOutcome } from '../../decide/wizard.ts';

/** Collects what the page shows about an outcome as a team brief. */
export function readBrief(root: ParentNode, { given, team }: WizardOutcome): TeamBrief {
  const { title = '', from = '', fromHref = '' } = root.querySelector<HTMLElement>('[data-copy]')?.dataset ?? {};
  const matches = (kind: 'handoffs' | 'flows') =>
    [...root.querySelectorAll(`[data-matches=${kind}] li:not([hidden])`)].map((item) => ({
      ...withoutShareLink(linkIn(item.querySelector('a'))),
      detail: plainText(item.querySelector('span')),
    }));
  return {
    title,
    url: location.href,
    from: { label: from, url: absoluteUrl(fromHref) },
    answers: given.map(({ question, answer }) => ({ question: question.text, answer: answer.label })),
    team: team.map(({ slot, reasons }) => {
      const row = root.querySelector(`[data-slot="${slot.id}"]`);
      return {
        label: slot.label,
        reasons,
        tasks: [...(row?.querySelectorAll('.outcome-tasks') ?? [])].map(plainText),
        links: [...(row?.querySelectorAll('.outcome-slot a') ?? [])].map(linkIn),
      };
    }),
    handoffs: matches('handoffs'),
    flows: matches('flows'),
  };
}

/** An element's text with its white space collapsed. */
function plainText(node: Element | null): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

function linkIn(link: Element | null): { label: string; url: string } {
  return { label: plainText(link), url: absoluteUrl(link?.getAttribute('href') ?? '') };
}

/** Removes the prefilled values from a template's link: they are long, and the brief already lists the answers. */
function withoutShareLink({ label, url }: { label: string; url: string }) {
  return { label, url: url.replace(/#shared\..*$/, '') };
}

function absoluteUrl(href: string): string {
  return new URL(href, location.href).href;
}
