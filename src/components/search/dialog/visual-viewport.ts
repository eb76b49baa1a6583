/**
 * Keeps a dialog that fills the window within the part of it that is seen: a screen keyboard covers the rest,
 * and not every browser makes the window smaller for it. Styles read `--seen-top` and `--seen-height`.
 */
export function fitWhatIsSeen(dialog: HTMLDialogElement, signal: AbortSignal): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const fit = () => {
    // Zoomed in, a person sees a part of the window on purpose.
    const isZoomed = seen.scale > 1.01;
    dialog.style.setProperty('--seen-top', isZoomed ? '0px' : `${String(seen.offsetTop)}px`);
    dialog.style.setProperty('--seen-height', isZoomed ? '100dvh' : `${String(seen.height)}px`);
  };
  seen.addEventListener('resize', fit, { signal });
  seen.addEventListener('scroll', fit, { signal });
  fit();
}
