/** Returns the words of the last part of a path: `/agents/rust-systems_engineer.html` → `rust systems engineer`. */
export function wordsOfPath(path: string): string {
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return decodeSafely(last)
    .replace(/\.\w+$/, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
}

/** Decodes percent encoding; returns the text unchanged if it is not valid. */
function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
