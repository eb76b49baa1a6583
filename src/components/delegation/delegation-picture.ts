/**
 * `<delegation-picture>` highlights the lines of the entry that has the pointer or the focus. Beside a filtered list of
 * tasks, it shows only the lines of tasks that match.
 */
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
    document.addEventListener(
      'filter',
      () => {
        this.#showMatching();
      },
      { signal },
    );
    this.#showMatching();
    // An entry may have received the focus before this script ran.
    this.#highlight(endAt(document.activeElement));
  }

  disconnectedCallback() {
    this.#controller?.abort();
  }

  #showMatching() {
    const rows = document.querySelectorAll<HTMLElement>('.delegation-table [data-item]');
    if (rows.length === 0) return;
    const joined = new Set<string>();
    for (const row of rows) {
      if (row.hidden) continue;
      // Lines begin at an agent or, in the picture of a single one, at a group of its tasks.
      const senders = [`from-${row.dataset.from ?? ''}`, row.closest('tbody')?.dataset.id];
      for (const to of (row.dataset.to ?? '').split('|')) {
        for (const from of senders) joined.add(`${from ?? ''} to-${to}`);
      }
    }
    const ends = new Set([...joined].flatMap((pair) => pair.split(' ')));
    for (const one of this.querySelectorAll<HTMLElement | SVGElement>('[data-from], [data-id]')) {
      const { from = '', to = '', id } = one.dataset;
      one.toggleAttribute('data-left-out', id === undefined ? !joined.has(`${from} ${to}`) : !ends.has(id));
    }
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
