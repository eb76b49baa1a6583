/**
 * Fetches a form from its own page.
 * @throws if the page cannot be loaded, or has no form
 */
export async function fetchForm(address: string): Promise<HTMLElement> {
  const response = await fetch(address);
  // Only the form is parsed: the policy forbids the page's styles here, and the browser would report them.
  const [html = ''] = /<(template|message)-form\b.*<\/\1-form>/s.exec(await response.text()) ?? [];
  const form = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('.handoff-form');
  if (!response.ok || !form) throw new Error(`No form at ${address}.`);
  return form;
}
