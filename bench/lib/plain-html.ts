import { type Browser } from 'playwright';

/** Elements that are removed with their content: no text, only for scripts, or part of the site's frame. */
const REMOVED = 'script, style, template, svg, img, dialog, button, input, select, textarea, nav, [hidden]';

/** The elements of a plain article. Other elements are replaced by their content. */
const ALLOWED =
  'a, h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, dt, dd, pre, code, blockquote, table, thead, tbody, tr, th, td, ' +
  'em, strong, del, br, hr, details, summary';

const ALLOWED_ATTRIBUTES = ['href', 'id', 'start'];

/**
 * Returns the text of a page's `<main>` as plain HTML: no styles, scripts, classes, pictures or navigation. No page
 * with this text can load faster, so the benches compare pages with it.
 *
 * @param browser parses the page, so that it is parsed as in readers' browsers
 */
export async function toPlainHtml(browser: Browser, html: string): Promise<string> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(strip, {
      html,
      removed: REMOVED,
      allowed: ALLOWED,
      allowedAttributes: ALLOWED_ATTRIBUTES,
    });
  } finally {
    await page.close();
  }
}

interface StripOptions {
  readonly html: string;
  readonly removed: string;
  readonly allowed: string;
  readonly allowedAttributes: readonly string[];
}

/** Runs in the browser, so it can use nothing from this module. */
function strip({ html, removed, allowed, allowedAttributes }: StripOptions): string {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const main = source.querySelector('main');
  if (!main) throw new Error('The page has no <main>.');

  for (const element of main.querySelectorAll(removed)) element.remove();
  for (const element of main.querySelectorAll('*')) {
    if (!element.matches(allowed)) element.replaceWith(...element.childNodes);
    for (const name of element.getAttributeNames())
      if (!allowedAttributes.includes(name)) element.removeAttribute(name);
  }
  main.normalize();
  const nodes = source.createNodeIterator(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE) node.parentNode?.removeChild(node);
    else if (!node.parentElement?.closest('pre')) node.textContent = (node.textContent ?? '').replace(/\s+/g, ' ');
  }

  const title = document.createElement('title');
  title.textContent = source.title;
  // The browser requests an icon if the page has none.
  const icon = '<link rel="icon" href="data:,">';
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${title.outerHTML}${icon}`;
  return `<!doctype html><html lang="en">${head}${main.innerHTML.trim()}</html>`;
}
