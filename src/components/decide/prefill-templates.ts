import { prefillValues } from '../../forms/prefill.ts';
import { encodeSharedDraft } from '../../forms/shared-draft.ts';
import { words } from './read-wizard.ts';
import type { Outcome } from '../../decide/wizard.ts';

/**
 * Lets each handoff template on show be opened with what is known: the answers, for whom it is, and the task.
 * @param isLatest whether the outcome still stands: a link takes a moment to make
 */
export async function carryOver(root: ParentNode, { given, team }: Outcome, isLatest: () => boolean): Promise<void> {
  const known = given.map(({ question, answer }) => ({ question: question.text, answer: answer.label }));
  const onTeam = new Set(team.flatMap(({ seat }) => seat.names));
  const entries = root.querySelectorAll<HTMLElement>('[data-fits=handoffs] li:not([hidden])');
  await Promise.all(
    [...entries].map(async (entry) => {
      const link = entry.querySelector('a');
      const to = words(entry.dataset.names).find((name) => onTeam.has(name));
      if (!link || to === undefined) return;
      const handed = root.querySelector<HTMLElement>(`[data-seat]:not([hidden]) [data-handed-to="${CSS.escape(to)}"]`);
      const task = handed?.dataset.handed;
      const values = prefillValues((entry.dataset.fields ?? '').split('\n'), known);
      const fragment = await encodeSharedDraft({ kind: 'template', values, to, task, known });
      // What is too long for a link is left behind: then the template opens as it is.
      if (isLatest()) link.hash = typeof fragment === 'string' ? fragment : '';
    }),
  );
}
