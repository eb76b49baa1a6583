import { announce } from '../../lib/announce.ts';
import type { Updates } from '../../lib/emitter.ts';

/** An action that can be undone. Both directions return an announcement, or `undefined` if there is none to make. */
export interface UndoableAction {
  act: () => string | undefined;
  undo: () => string | undefined;
  /** The button's label while the action can be undone; `undefined` while it cannot. */
  undoLabel: () => string | undefined;
}

/** Makes a button act and undo. One button does both, so that it keeps the focus. */
export function mountUndoButton(
  button: HTMLButtonElement,
  { act, undo, undoLabel }: UndoableAction,
  updates: Updates,
  signal: AbortSignal,
): void {
  const label = button.textContent.trim();
  const show = () => {
    button.textContent = undoLabel() ?? label;
  };
  button.addEventListener(
    'click',
    () => {
      const message = undoLabel() === undefined ? act() : undo();
      if (message !== undefined) announce(message);
    },
    { signal },
  );
  updates.on('update', show, signal);
  show();
}
