import { type Browser } from 'playwright';

/** What is not text, is there for scripts, or is the site's rather than the article's. */
const DROPPED = 'script, style, template, svg, img, dialog, button, input, select, textarea, nav, [hidden]';

/** What a plain article is made of; of all other elements only the content stays. */
const KEPT =
  'a, h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, dt, dd, pre, code, blockquote, table, thead, tbody, tr, th, td, ' +
  'em, strong, del, br, hr, details, summary';

const KEPT_ATTRIBUTES = ['href', 'id', 'start'];

/**
 * The words of a page's `<main>` as plain HTML: no styles, scripts, classes, pictures or navigation. As fast as
 * a page with these words can be, so it is what a page is compared with.
 * @param browser whose parser reads the page, so that it is read as visitors' browsers read it
 */
export async function toBareHtml(browser: Browser, html: string): Promise<string> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(strip, { html, dropped: DROPPED, kept: KEPT, keptAttributes: KEPT_ATTRIBUTES });
  } finally {
    await page.close();
  }
}

interface StripOptions {
  readonly html: string;
  readonly dropped: string;
  readonly kept: string;
  readonly keptAttributes: readonly string[];
}

/** Runs in the browser: nothing outside of it can be used. */
function strip({ html, dropped, kept, keptAttributes }: StripOptions): string {
  const read = new DOMParser().parseFromString(html, 'text/html');
  const main = read.querySelector('main');
  if (!main) throw new Error('The page has no <main>.');

  for (const element of main.querySelectorAll(dropped)) element.remove();
  for (const element of main.querySelectorAll('*')) {
    if (!element.matches(kept)) element.replaceWith(...element.childNodes);
    for (const name of element.getAttributeNames()) if (!keptAttributes.includes(name)) element.removeAttribute(name);
  }
  main.normalize();
  const nodes = read.createNodeIterator(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE) node.parentNode?.removeChild(node);
    else if (!node.parentElement?.closest('pre')) node.textContent = (node.textContent ?? '').replace(/\s+/g, ' ');
  }

  const title = document.createElement('title');
  title.textContent = read.title;
  // Without an icon of its own, the browser would ask for one.
  const icon = '<link rel="icon" href="data:,">';
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${title.outerHTML}${icon}`;
  return `<!doctype html><html lang="en">${head}${main.innerHTML.trim()}</html>`;
}
