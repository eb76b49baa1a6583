/**
 * Repeats a click on a button inside a custom element whose script is still loading, once it has loaded. Without this,
 * the click would do nothing: a button is visible, and works for the reader's eye, before the code behind it arrives.
 */
export function repeatEarlyClicks(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[type=button]') : null;
    const owner = button?.closest(':not(:defined)');
    if (!button || !owner) return;
    void customElements.whenDefined(owner.localName).then(() => {
      button.click();
    });
  });
}
