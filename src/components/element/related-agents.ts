/** Entries of flows, trees and lists of tasks. */
const places = '.rail > li, .tree-row, .task-list > li';

/**
 * Marks the steps, answers and tasks that name an agent, on the whole page, while the pointer or the focus is on one of
 * its links. Loaded only by pages with flows or trees.
 */
export function markRelated(): void {
  let shown = '';
  const update = ({ target }: Pick<Event, 'target'>) => {
    const agent = agentAt(target) ?? agentAt(document.activeElement) ?? '';
    if (agent === shown) return;
    shown = agent;
    for (const place of document.querySelectorAll('[data-related]')) place.removeAttribute('data-related');
    if (agent === '') return;
    for (const link of document.querySelectorAll(`.route a[href="${CSS.escape(agent)}"]`)) {
      link.closest(places)?.setAttribute('data-related', '');
    }
  };
  for (const type of ['pointerover', 'focusin', 'focusout']) document.addEventListener(type, update);
  // A link may have received the focus before this script ran.
  update({ target: document.activeElement });
}

/** The address of the agent that a part of the page names. */
function agentAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? (target.closest('.route a')?.getAttribute('href') ?? undefined) : undefined;
}
