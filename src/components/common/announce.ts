/**
 * Says something to people who use a screen reader, without moving their focus. Two live regions take turns,
 * because the same words written twice into one region are announced only once.
 */
export function announce(message: string): void {
  const regions = liveRegions();
  const [current, next] = regions[0].textContent === '' ? [regions[1], regions[0]] : regions;
  current.textContent = '';
  next.textContent = message;
}

/** Inside of a modal dialog, if one is open: all else is inert then, and nothing of it is ever said. */
function liveRegions(): readonly [HTMLElement, HTMLElement] {
  const place = document.querySelector('dialog:modal') ?? document.body;
  const [first, second] = place.querySelectorAll<HTMLElement>(':scope > [role=status]');
  return first && second ? [first, second] : [addLiveRegion(place), addLiveRegion(place)];
}

function addLiveRegion(place: Element): HTMLElement {
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  place.append(region);
  return region;
}
