/**
 * A heading is the current one from here up, in pixels below the window's edge: just below where a heading
 * comes to stand after a jump (`scroll-padding` in base.css).
 */
const READING_LINE = 48;

/** `<page-contents>` around the table of contents: marks where the reader is, and keeps the mark in sight. */
class PageContents extends HTMLElement {
  #leaving?: AbortController;
  #frame = 0;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const follow = () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#follow();
      });
    };
    addEventListener('scroll', follow, { signal, passive: true });
    addEventListener('resize', follow, { signal });
    follow();

    // Beside the text the list is always shown (see the styles); assistive technology must hear so too.
    const wide = matchMedia('(width >= 64rem)');
    const matchWidth = () => this.querySelector('details')?.toggleAttribute('open', wide.matches);
    wide.addEventListener('change', matchWidth, { signal });
    matchWidth();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    cancelAnimationFrame(this.#frame);
  }

  #follow() {
    const links = [...this.querySelectorAll('a')];
    const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const current = atEnd
      ? links.at(-1)
      : links.findLast((link) => {
          const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
          return heading !== null && heading.getBoundingClientRect().top <= READING_LINE;
        });
    for (const link of links) {
      if (link !== current) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) {
        link.setAttribute('aria-current', 'location');
        keepInSight(link, this.querySelector('nav'));
      }
    }
  }
}

/** Scrolls the list, and never the page. */
function keepInSight(link: HTMLElement, frame: HTMLElement | null): void {
  if (!frame) return;
  const inner = link.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  if (inner.top < outer.top) frame.scrollTop -= outer.top - inner.top + inner.height;
  else if (inner.bottom > outer.bottom) frame.scrollTop += inner.bottom - outer.bottom + inner.height;
}

customElements.define('page-contents', PageContents);
