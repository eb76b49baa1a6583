/**
 * The last section that begins above this line is the current one. In pixels from the top of the viewport: just below the
 * position of a heading after a jump (`scroll-padding` in base.css).
 */
const READING_LINE = 48;

/** `<page-contents>` around the table of contents: marks the current section, and scrolls the mark into view. */
class PageContents extends HTMLElement {
  #leaving?: AbortController;
  #frame = 0;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const scheduleUpdate = () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#update();
      });
    };
    addEventListener('scroll', scheduleUpdate, { signal, passive: true });
    addEventListener('resize', scheduleUpdate, { signal });
    scheduleUpdate();

    // On wide screens the styles always show the list; `open` tells assistive technology the same.
    const wide = matchMedia('(width >= 64rem)');
    const matchWidth = () => this.querySelector('details')?.toggleAttribute('open', wide.matches);
    wide.addEventListener('change', matchWidth, { signal });
    // On a narrow one it is closed, unless the reader has opened it already.
    if (wide.matches) matchWidth();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    cancelAnimationFrame(this.#frame);
  }

  #update() {
    const links = [...this.querySelectorAll('a')];
    const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const current = atEnd
      ? links.at(-1)
      : links.findLast((link) => {
          const section = sectionOf(link);
          return section !== null && section.getBoundingClientRect().top <= READING_LINE;
        });
    for (const link of links) {
      if (link !== current) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) {
        link.setAttribute('aria-current', 'location');
        scrollIntoFrame(link, this.querySelector('nav'));
      }
    }
  }
}

/**
 * Returns the section that a link leads to. To measure its heading would make the browser lay out a section outside the
 * window, whose content it skips: all of them, at the top of the page.
 */
function sectionOf(link: HTMLAnchorElement): Element | null {
  return document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest('section') ?? null;
}

/** Scrolls a link into view within the list, without scrolling the page. */
function scrollIntoFrame(link: HTMLElement, frame: HTMLElement | null): void {
  if (!frame) return;
  const inner = link.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  if (inner.top < outer.top) frame.scrollTop -= outer.top - inner.top + inner.height;
  else if (inner.bottom > outer.bottom) frame.scrollTop += inner.bottom - outer.bottom + inner.height;
}

customElements.define('page-contents', PageContents);
