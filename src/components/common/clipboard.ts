/**
 * Puts text on the clipboard.
 * @param text may still be on its way: browsers that allow writing only during a click take the promise
 * @returns whether it worked; a browser may refuse, or have no clipboard outside https
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string') {
      await navigator.clipboard.writeText(text);
    } else {
      const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
      // If the clipboard refuses before the text is there, nobody is left to hear that the text failed, too.
      blob.catch(() => undefined);
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    }
    return true;
  } catch {
    return false;
  }
}
