import { fetchForm } from './fetch-form.ts';
import formStyles from './form-in-place.css?url';
import { loadForm } from './load-form.ts';

/** Parts of a form that belong to its own page: drafts, links to share, printing, and the prompt for an agent. */
const ownPageParts = '.form-drafts, [data-share-link], [data-action=share], [data-action=print], prompt-part';

/**
 * Opens the form that a link leads to below the link, or closes it again. The form comes from its own page. If it cannot
 * be loaded, the link is followed.
 * @param link in the frame of a template or a message
 */
export async function toggleForm(link: HTMLAnchorElement): Promise<void> {
  const frame = link.closest('.element-frame');
  if (!frame) return;
  const form = frame.querySelector<HTMLElement>('.handoff-form');
  if (form) {
    form.hidden = !form.hidden;
    show(link, !form.hidden);
    return;
  }
  if (link.getAttribute('aria-busy') === 'true') return;
  link.setAttribute('aria-busy', 'true');
  try {
    const [loaded] = await Promise.all([fetchCompact(link.href), loadStyles()]);
    loadForm(loaded);
    frame.append(loaded);
    show(link, true);
    loaded.querySelector('textarea')?.focus();
  } catch {
    location.assign(link.href);
  } finally {
    link.removeAttribute('aria-busy');
  }
}

function show(link: HTMLAnchorElement, isOpen: boolean): void {
  link.setAttribute('role', 'button');
  link.setAttribute('aria-expanded', String(isOpen));
  link.textContent = isOpen ? 'Close' : 'Fill in';
}

/** Fetches a form without what only its own page needs. */
async function fetchCompact(address: string): Promise<HTMLElement> {
  const form = await fetchForm(address);
  for (const part of form.querySelectorAll(ownPageParts)) part.remove();
  form.classList.add('handoff-compact');
  return document.adoptNode(form);
}

function loadStyles(): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(formStyles)}"]`)) return Promise.resolve();
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = formStyles;
  link.addEventListener('load', () => {
    resolve(undefined);
  });
  link.addEventListener('error', reject);
  document.head.append(link);
  return promise;
}
