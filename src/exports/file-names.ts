/** Longest name: the limit of an agent skill. */
const MAX_LENGTH = 64;

/** Names that Windows gives to devices, with any extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Characters that Windows forbids in file names, and invisible ones. */
const badSign = /[<>:"\\|?*\p{Cc}\p{Cf}]/u;

/** Whether a path stays in the folder that an archive is unpacked to, on every system. */
export function isSafePath(path: string): boolean {
  return path
    .split('/')
    .every((name) => name !== '' && !/[. ]$/.test(name) && !badSign.test(name) && !deviceName.test(name));
}

/** Returns what two paths have in common if they are the same file on a system that ignores case. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * Returns a name of lower-case ASCII letters, digits and single hyphens, as tools want it for files, plugins and skills.
 * @param fallback the name if nothing of the text is left
 */
export function plainName(text: string, fallback: string): string {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? [];
  const name = words.join('-').slice(0, MAX_LENGTH).replace(/-$/, '') || fallback;
  return deviceName.test(name) ? `${name}-file` : name;
}
