/**
 * Writes text to the clipboard.
 * @param text may be a promise: browsers that allow writing only during a click accept the promise
 * @returns whether it worked; a browser may refuse, or have no clipboard outside https
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string') {
      await navigator.clipboard.writeText(text);
    } else {
      const blob = text.then((resolved) => new Blob([resolved], { type: 'text/plain' }));
      // If the clipboard refuses first, nothing awaits the promise: its rejection must not go unhandled.
      blob.catch(() => undefined);
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    }
    return true;
  } catch {
    return false;
  }
}
