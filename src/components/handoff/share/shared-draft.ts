import { countFilled } from '../../../forms/model/form.ts';
import { decodeShared, isShared, type Shared } from '../../../forms/shared-form.ts';
import { announce } from '../../../lib/announce.ts';
import { element } from '../../../lib/dom.ts';
import type { HandoffForm } from '../form/handoff-form.ts';

/** Shows what the page's link has brought, beside what is on this device; nothing is replaced by it. */
export async function openLink(form: HandoffForm): Promise<void> {
  const { hash } = location;
  if (!isShared(hash)) return;
  const shared = await decodeShared(hash);
  // A later link is on its way, or the form has left.
  if (hash !== location.hash || form.signal.aborted) return;
  const notice = form.find('[data-shared]');
  notice.hidden = false;
  if ('problem' in shared) {
    form.showShared(undefined);
    notice.replaceChildren(element('p', {}, shared.problem));
    announce(shared.problem);
    return;
  }
  form.showShared(shared);
  showNotice(form, notice, shared);
  const prompt = form.querySelector<HTMLDetailsElement>('[data-prompt]');
  if (prompt && (shared.to !== undefined || shared.task !== undefined || shared.known)) prompt.open = true;
}

function showNotice(form: HandoffForm, notice: HTMLElement, shared: Shared) {
  const { filled, total } = countFilled(form.form, shared.values);
  const name = shared.name === undefined ? '' : ` “${shared.name}”`;
  const hasOwn = form.drafts.shown !== undefined;
  const brought = `This link has brought a draft${name}, ${String(filled)} of ${String(total)} filled.`;
  const words = element('p', {});
  const other = element('button', { type: 'button', class: 'button' });
  const show = () => {
    const isShown = form.shared !== undefined;
    words.textContent = isShown
      ? `${brought} It becomes a draft of yours when you change it${hasOwn ? '; your own stays as it is' : ''}.`
      : `${brought} You see your own.`;
    other.textContent = isShown ? (hasOwn ? 'Show my own draft' : 'Start from an empty form') : 'Show the shared draft';
  };
  other.addEventListener('click', () => {
    form.showShared(form.shared ? undefined : shared);
    show();
    announce(words.textContent);
  });
  // What was brought is a draft of this device now, or the form was left: there is nothing to choose any more.
  const changed = () => {
    if (form.shared || isShared(location.hash)) return;
    notice.hidden = true;
    form.removeEventListener('refresh', changed);
  };
  form.addEventListener('refresh', changed, { signal: form.signal });
  show();
  notice.replaceChildren(words, element('p', {}, other));
  announce(words.textContent);
}
