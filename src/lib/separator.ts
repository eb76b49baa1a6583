/** Stands between the parts of a list on one line. Its first space does not break, so that no line begins with the dot. */
export const SEPARATOR = '\u00A0· ';
