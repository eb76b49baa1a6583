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

function liveRegions(): readonly [HTMLElement, HTMLElement] {
  const [first, second] = document.querySelectorAll<HTMLElement>('[data-live-region]');
  return first && second ? [first, second] : [addLiveRegion(), addLiveRegion()];
}

function addLiveRegion(): HTMLElement {
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.dataset.liveRegion = '';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}
