/**
 * Whether a key event belongs to an input method (IME), which must receive all keys while the reader composes a
 * character. Safari reports the key that ends a composition as code 229 only
 * (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export function isComposing(event: KeyboardEvent): boolean {
  // oxlint-disable-next-line typescript/no-deprecated -- Safari has no other sign of it.
  return event.isComposing || event.keyCode === 229;
}
