/**
 * Writes text to the clipboard.
 * @param text may be a promise: browsers that allow writing only during a click accept the promise
 * @returns whether it worked; a browser may refuse
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    // TypeScript’s types do not know pages without https, such as those of an intranet: they have no `clipboard`.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) return copyWithCommand(await text);
    if (typeof text === 'string') {
      await clipboard.writeText(text);
    } else {
      const blob = text.then((resolved) => new Blob([resolved], { type: 'text/plain' }));
      // If the clipboard refuses first, nothing awaits the promise: its rejection must not go unhandled.
      blob.catch(() => undefined);
      await clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    }
    return true;
  } catch {
    return false;
  }
}

/** Copies text with the command that browsers had before the clipboard, and leaves focus and selection as they were. */
function copyWithCommand(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.className = 'visually-hidden';
  area.readOnly = true;
  // Safari copies only if something is selected. The text itself is set below, because a text area changes line ends.
  area.value = text;
  const setText = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  // Outside an open modal dialog, nothing can be focused.
  (document.querySelector('dialog:modal') ?? document.body).append(area);
  area.focus({ preventScroll: true });
  area.select();
  document.addEventListener('copy', setText, { once: true });
  try {
    // Deprecated, but the only way without https.
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', setText);
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
