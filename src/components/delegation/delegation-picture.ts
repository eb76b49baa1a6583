/** `<delegation-picture>` highlights the lines of the entry that has the pointer or the focus. */
class DelegationPicture extends HTMLElement {
  #controller?: AbortController;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    for (const type of ['pointerover', 'focusin']) {
      this.addEventListener(
        type,
        ({ target }) => {
          this.#highlight(endAt(target) ?? endAt(document.activeElement));
        },
        {
          signal,
        },
      );
    }
    for (const type of ['pointerleave', 'focusout']) {
      this.addEventListener(
        type,
        () => {
          this.#highlight(endAt(document.activeElement));
        },
        { signal },
      );
    }
  }

  disconnectedCallback() {
    this.#controller?.abort();
  }

  #highlight(end: SVGElement | undefined) {
    const svg = this.querySelector('svg');
    svg?.toggleAttribute('data-highlighting', end !== undefined);
    const ends = new Set(end ? [end.dataset.id] : []);
    for (const line of this.querySelectorAll<SVGElement>('.delegation-line')) {
      const { from, to } = line.dataset;
      const isJoined = end !== undefined && (end.dataset.side === 'from' ? from : to) === end.dataset.id;
      line.toggleAttribute('data-highlight', isJoined);
      if (isJoined) ends.add(from).add(to);
    }
    for (const one of this.querySelectorAll<SVGElement>('.delegation-end')) {
      one.toggleAttribute('data-highlight', ends.has(one.dataset.id));
    }
  }
}

function endAt(target: EventTarget | null): SVGElement | undefined {
  return target instanceof Element ? (target.closest<SVGElement>('.delegation-end') ?? undefined) : undefined;
}

customElements.define('delegation-picture', DelegationPicture);
