/** Adds to each long code block on the page, of which only the first lines are visible, a button that unfolds it. */
export function mountLongCode(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.code-long')) {
    const lines = block.querySelector('code')?.textContent.trimEnd().split('\n').length ?? 0;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'code-unfold';
    const update = (isUnfolded: boolean) => {
      block.dataset.folded = String(!isUnfolded);
      button.setAttribute('aria-expanded', String(isUnfolded));
      button.textContent = isUnfolded ? 'Show less' : `Show all ${String(lines)} lines`;
    };
    button.addEventListener('click', () => {
      const isUnfolded = block.dataset.folded === 'true';
      update(isUnfolded);
      // Folding must not leave the reader far below the code.
      if (!isUnfolded) block.scrollIntoView({ block: 'nearest' });
    });
    update(false);
    block.append(button);
  }
}
