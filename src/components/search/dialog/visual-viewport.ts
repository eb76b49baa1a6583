/**
 * Fits a dialog that fills the window into the visual viewport: an on-screen keyboard covers the rest, and not every
 * browser makes the window smaller for it. The styles read `--viewport-top` and `--viewport-height`.
 */
export function fitVisualViewport(dialog: HTMLDialogElement, signal: AbortSignal): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const fit = () => {
    // A reader who zooms in wants to see a part of the window.
    const isZoomed = viewport.scale > 1.01;
    dialog.style.setProperty('--viewport-top', isZoomed ? '0px' : `${String(viewport.offsetTop)}px`);
    dialog.style.setProperty('--viewport-height', isZoomed ? '100dvh' : `${String(viewport.height)}px`);
  };
  viewport.addEventListener('resize', fit, { signal });
  viewport.addEventListener('scroll', fit, { signal });
  fit();
}
