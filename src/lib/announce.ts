/**
 * Announces a message to screen readers without moving focus. Two live regions take turns, because the same message
 * written twice to one region is announced only once.
 */
export function announce(message: string): void {
  const regions = liveRegions();
  const [current, next] = regions[0].textContent === '' ? [regions[1], regions[0]] : regions;
  current.textContent = '';
  next.textContent = message;
}

/** The regions inside the open modal dialog, if there is one: everything outside it is inert and never announced. */
function liveRegions(): readonly [HTMLElement, HTMLElement] {
  const parent = document.querySelector('dialog:modal') ?? document.body;
  const [first, second] = parent.querySelectorAll<HTMLElement>(':scope > [role=status]');
  return first && second ? [first, second] : [addLiveRegion(parent), addLiveRegion(parent)];
}

function addLiveRegion(parent: Element): HTMLElement {
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  parent.append(region);
  return region;
}
