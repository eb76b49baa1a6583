/** Returns a number with its noun: `1 section`, `3 sections`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
