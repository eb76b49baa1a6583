import type { FormController } from '../form-controller.ts';
import { chooseDraft, clearDraft, removeDraft, renameDraft, withValuesSince } from './draft-edits.ts';
import { putDraft, type Draft, type Drafts } from './drafts.ts';

/** Commands that can be undone. */
export type UndoableCommand = 'clear' | 'delete';

/**
 * The commands for whole drafts of a form. Separate from the controller, because it is only loaded when the
 * reader uses the form.
 */
export class DraftCommands {
  readonly #controller: FormController;
  /** The drafts that the last commands changed, as they were before. */
  readonly #before = new Map<UndoableCommand, Draft>();

  constructor(controller: FormController) {
    this.#controller = controller;
  }

  /** Whether a command can be undone. */
  canUndo(command: UndoableCommand): boolean {
    return this.#before.has(command);
  }

  /** Starts an empty draft. Like all commands, it shows the result and returns whether it was saved. */
  add(): boolean {
    return this.#shown(this.#controller.drafts.add({}));
  }

  choose(id: string): boolean {
    return this.#change((drafts) => chooseDraft(drafts, id));
  }

  rename(name: string): boolean {
    return this.#edit((drafts, id) => renameDraft(drafts, id, name));
  }

  clear(): boolean {
    return this.#remember('clear') && this.#edit((drafts, id) => clearDraft(drafts, id, new Date()));
  }

  delete(): boolean {
    return this.#remember('delete') && this.#edit(removeDraft);
  }

  /** Restores the draft as it was before a command. What the reader has written into it since is appended. */
  undo(command: UndoableCommand): boolean {
    const before = this.#before.get(command);
    if (!before) return false;
    this.#before.delete(command);
    return this.#change((drafts) => putDraft(drafts, withValuesSince(before, drafts)));
  }

  /** @returns whether there is a draft to change */
  #remember(command: UndoableCommand): boolean {
    const { shown } = this.#controller.drafts;
    if (shown) this.#before.set(command, shown);
    return shown !== undefined;
  }

  #change(change: (drafts: Drafts) => Drafts): boolean {
    return this.#shown(this.#controller.drafts.change(change));
  }

  #edit(change: (drafts: Drafts, id: string) => Drafts): boolean {
    return this.#shown(this.#controller.drafts.edit(change));
  }

  #shown(wasSaved: boolean): boolean {
    this.#controller.showShared(undefined);
    return wasSaved;
  }
}
