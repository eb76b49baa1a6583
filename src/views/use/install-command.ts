/**
 * Returns the lines of a shell that fetch a file, check it, and only then put it in its place, without overwriting one
 * that is there.
 * @param url of the file
 * @param path in the project
 * @param sha256 of the file, in hexadecimal digits
 */
export function installCommand(url: string, path: string, sha256: string): string {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const part = `${path.slice(path.lastIndexOf('/') + 1)}.part`;
  return [
    `curl -fsSL -o ${quoted(part)} ${quoted(url)} &&`,
    `  echo ${quoted(`${sha256}  ${part}`)} | sha256sum -c &&`,
    `  mkdir -p ${quoted(folder)} &&`,
    `  mv -i ${quoted(part)} ${quoted(path)}`,
  ].join('\n');
}

/** Quotes a word for the shell, if it needs quotes. Inside single quotes, no character has a meaning. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
