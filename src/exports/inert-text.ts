/*
 * Tools replace or run parts of the files that they read, and GitHub notifies the people that a text mentions. Text from
 * an agent file must do nothing of that kind.
 */

/** Breaks variables such as `${selection}`, which a tool would replace. */
export function withoutVariables(text: string): string {
  return text.replaceAll('${', '$ {');
}

/**
 * Breaks commands, which Claude Code runs when it loads a skill: `` !`command` ``, and fences that start with an `!`. After
 * a letter, as in `` `select!` ``, it does not start one.
 */
export function withoutCommands(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}\\])!(?=`)/gu, String.raw`\!`).replace(/(`{3,}|~{3,})[ \t]*!/g, '$1 !');
}

/**
 * Breaks arguments of a skill, such as `$1` and `$ARGUMENTS`. A backslash before the sign does that, unless there are
 * backslashes already.
 * @param names of the arguments that the skill declares
 */
export function withoutArguments(text: string, names: readonly string[]): string {
  return text.replace(/(\\*)\$(\w*)/g, (written: string, backslashes: string, word: string) => {
    const isArgument = /^(?:\d|ARGUMENTS)/.test(word) || names.some((name) => word.startsWith(name));
    if (!isArgument || backslashes.length === 1) return written;
    return backslashes === '' ? String.raw`\$${word}` : `${backslashes}$ ${word}`;
  });
}

/** Turns mentions of users and numbers of issues into code, so that GitHub neither notifies nor links or closes. */
export function withoutMentions(markdown: string): string {
  return markdown.replace(/(`+)[^`]*\1|(?<![\w`/&])(?:@[a-z\d][\w/-]*|#\d+)/gi, (written) =>
    written.startsWith('`') ? written : `\`${written}\``,
  );
}
