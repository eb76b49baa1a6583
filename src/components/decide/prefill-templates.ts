import { agentsOnTeam } from '../../decide/matches.ts';
import type { WizardOutcome } from '../../decide/wizard.ts';
import { prefillValues } from '../../forms/prefill.ts';
import { encodeSharedDraft } from '../../forms/shared-draft.ts';
import { splitAtSpaces } from './read-wizard.ts';

/**
 * Adds a prefilled form to the link of each handoff template that is shown: the answers, the receiving agent and its
 * task.
 * @param isLatest whether the outcome is still shown: encoding a link is asynchronous
 */
export async function prefillTemplates(
  root: ParentNode,
  { given, team }: WizardOutcome,
  isLatest: () => boolean,
): Promise<void> {
  const known = given.map(({ question, answer }) => ({ question: question.text, answer: answer.label }));
  const agents = agentsOnTeam(team);
  const items = root.querySelectorAll<HTMLElement>('[data-matches=handoffs] li:not([hidden])');
  await Promise.all(
    [...items].map(async (item) => {
      const link = item.querySelector('a');
      const to = splitAtSpaces(item.dataset.names).find((name) => agents.has(name));
      if (!link || to === undefined) return;
      const tasks = root.querySelector<HTMLElement>(`[data-slot]:not([hidden]) [data-tasks-of="${CSS.escape(to)}"]`);
      const task = tasks?.dataset.tasks;
      const values = prefillValues((item.dataset.fields ?? '').split('\n'), known);
      const fragment = await encodeSharedDraft({ kind: 'template', values, to, task, known });
      // If the values are too long for a link, the template opens empty.
      if (isLatest()) link.hash = typeof fragment === 'string' ? fragment : '';
    }),
  );
}
