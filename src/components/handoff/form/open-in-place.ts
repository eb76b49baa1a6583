import formStyles from './form-in-place.css?url';
import { loadForm } from './load-form.ts';

/** Parts of a form that belong to its own page: drafts, links to share, printing, and the prompt for an agent. */
const ownPageParts = '.form-drafts, [data-shared-link], [data-action=share], [data-action=print], prompt-part';

/**
 * Opens the form that a link leads to below the link, or closes it again. The form comes from its own page. If it cannot
 * be loaded, the link is followed.
 * @param link in the plate of a template or a message
 */
export async function toggleForm(link: HTMLAnchorElement): Promise<void> {
  const plate = link.closest('.plate');
  if (!plate) return;
  const form = plate.querySelector<HTMLElement>('.handoff-form');
  if (form) {
    form.hidden = !form.hidden;
    show(link, !form.hidden);
    return;
  }
  if (link.getAttribute('aria-busy') === 'true') return;
  link.setAttribute('aria-busy', 'true');
  try {
    const [loaded] = await Promise.all([fetchForm(link.href), loadStyles()]);
    loadForm(loaded);
    plate.append(loaded);
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

/** @throws if the page cannot be loaded, or has no form */
async function fetchForm(address: string): Promise<HTMLElement> {
  const response = await fetch(address);
  // Only the form is parsed: the policy forbids the page's styles here, and the browser would report them.
  const [html = ''] = /<(template|message)-form\b.*<\/\1-form>/s.exec(await response.text()) ?? [];
  const form = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('.handoff-form');
  if (!response.ok || !form) throw new Error(`No form at ${address}.`);
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
