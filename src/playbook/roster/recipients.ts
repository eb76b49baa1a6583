/** Words that many names share, and that say nothing about a field of work. */
const common = new Set(
  `a agent and any architect consultant designer developer dev engineer expert for handoff lead of or
   orchestrator our pro professional request reviewer specialist team the to`.split(/\s+/),
);

/** Whether a heading such as `To Security Specialists` addresses an agent, by its name or by its field of work. */
export function matchesRecipient(recipient: string, name: string): boolean {
  const addressed = addressedBy(recipient);
  return keysOf(name).some((key) => addressed.includes(key));
}

/** Returns the keys that a heading addresses: agent names, each with an `@`, or else words. */
export function addressedBy(recipient: string): string[] {
  const named: string[] = recipient.toLowerCase().match(/[a-z0-9]+(?:[-_][a-z0-9]+)+/g) ?? [];
  return named.length > 0 ? named.map((name) => `@${name}`) : fieldWords(recipient);
}

/** Returns the keys by which an agent can be addressed. */
export function keysOf(name: string): string[] {
  return [`@${name}`, ...fieldWords(name)];
}

function fieldWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
  return words.map((word) => word.replace(/(?<=\w{3})s$/, '')).filter((word) => !common.has(word));
}
