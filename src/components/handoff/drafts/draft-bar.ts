import { DraftCommands, type UndoableCommand } from '../../../forms/drafts/draft-commands.ts';
import type { FormController } from '../../../forms/form-controller.ts';
import { announce } from '../../../lib/announce.ts';
import { createElement } from '../../../lib/dom.ts';
import { requireElement } from '../../../lib/require-element.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { mountUndoButton } from '../../undo-button/undo-button.ts';

/**
 * Lets the reader choose, start, rename, clear and delete drafts (`DraftBar.astro`).
 * @param focusFields moves the focus to the first field
 */
export function mountDraftBar(
  bar: HTMLElement,
  focusFields: () => void,
  controller: FormController,
  signal: AbortSignal,
): void {
  const { drafts } = controller;
  const commands = new DraftCommands(controller);
  const choice = requireElement(bar, 'select', '[data-draft]');
  const startButton = requireElement(bar, 'button', '[data-new]');
  const deleteButton = requireElement(bar, 'button', '[data-delete]');
  const shownName = () => drafts.shown?.name ?? '';

  choice.addEventListener(
    'change',
    () => {
      if (commands.choose(choice.value)) announce(`Showing ${shownName()}`);
    },
    { signal },
  );
  startButton.addEventListener(
    'click',
    () => {
      if (commands.add()) announce(`Started ${shownName()}`);
      focusFields();
    },
    { signal },
  );
  const mountUndoable = (button: HTMLButtonElement, command: UndoableCommand, act: () => boolean, done: string) => {
    const label = `Undo ${command}`;
    const undoLabel = () => (commands.canUndo(command) ? label : undefined);
    const run = () => {
      const name = shownName();
      return act() ? `${name} ${done}` : undefined;
    };
    const undo = () => (commands.undo(command) ? `${shownName()} restored` : undefined);
    mountUndoButton(button, { act: run, undo, undoLabel }, controller, signal);
  };
  mountUndoable(requireElement(bar, 'button', '[data-clear]'), 'clear', () => commands.clear(), 'cleared');
  mountUndoable(deleteButton, 'delete', () => commands.delete(), 'deleted');
  mountRenaming(bar, choice, commands, controller, signal);

  let options = '';
  const show = () => {
    const canUndo = commands.canUndo('clear') || commands.canUndo('delete');
    const hidden = (drafts.all.length === 0 && !canUndo) || controller.shared !== undefined;
    if (hidden !== bar.hidden) keepFocusInPlace(() => (bar.hidden = hidden));
    const all = drafts.all.map(({ id, name }) => [id, name] as const);
    const text = JSON.stringify(all);
    if (text !== options) {
      options = text;
      choice.replaceChildren(...all.map(([value, name]) => createElement('option', { value }, name)));
    }
    choice.value = drafts.shown?.id ?? '';
    deleteButton.hidden = drafts.all.length < 2 && !commands.canUndo('delete');
  };
  controller.on('update', show, signal);
  show();
}

/**
 * Makes a change above the focused field, and scrolls by as much as the field moved. The first key press shows the
 * bar: where it does not fit beside the progress, the text must not jump away from the reader who types it.
 */
function keepFocusInPlace(change: () => void): void {
  const top = () => document.activeElement?.getBoundingClientRect().top ?? 0;
  const before = top();
  change();
  scrollBy({ top: top() - before, behavior: 'instant' });
}

/** Shows a text field instead of the list of drafts while the reader renames one. */
function mountRenaming(
  bar: HTMLElement,
  choice: HTMLElement,
  commands: DraftCommands,
  { drafts }: FormController,
  signal: AbortSignal,
) {
  const button = requireElement(bar, 'button', '[data-rename]');
  const name = requireElement(bar, 'input', '[data-name]');
  const start = () => {
    if (!drafts.shown) return;
    choice.hidden = true;
    name.hidden = false;
    name.value = drafts.shown.name;
    name.focus();
    name.select();
  };
  const end = () => {
    if (name.hidden) return;
    name.hidden = true;
    choice.hidden = false;
    if (name.value.trim() !== '' && commands.rename(name.value)) announce(`Renamed to ${drafts.shown?.name ?? ''}`);
  };
  button.addEventListener('click', start, { signal });
  name.addEventListener('blur', end, { signal });
  name.addEventListener(
    'keydown',
    (event) => {
      const { key } = event;
      if (isComposing(event) || (key !== 'Enter' && key !== 'Escape')) return;
      event.preventDefault();
      if (key === 'Escape') name.value = '';
      end();
      button.focus();
    },
    { signal },
  );
}
