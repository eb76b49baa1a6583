import type { Unfilled } from '../../../forms/model/form.ts';
import { readStored } from '../../../lib/local-storage.ts';

export const UNFILLED_KEY = 'playbook:unfilled';

/** For all forms of the page; not asked of the store with each key that is pressed. */
let unfilled: Unfilled | undefined;

/** What becomes of fields that are not filled, as it was last chosen on this device. */
export function keptUnfilled(): Unfilled {
  if (unfilled) return unfilled;
  const kept = readStored(UNFILLED_KEY);
  return (unfilled = kept.worked && kept.text === 'left-out' ? 'left-out' : 'hints');
}

export function chooseUnfilled(choice: Unfilled): void {
  unfilled = choice;
}
