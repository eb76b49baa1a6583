/** With more letters, the names of a long form would be hard to type. */
const MAX_LENGTH = 30;

/**
 * Returns a variable's name for each field: ASCII letters, digits and underscores. Names are unique, and none is the
 * beginning of another, because a tool might replace the shorter one inside the longer.
 */
export function variableNames(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  const names = labels.map((label, index) => {
    const words = label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z\d]+/g);
    const cut = (words ?? []).join('_').slice(0, MAX_LENGTH).replace(/_$/, '');
    const wanted = /^[a-z]/.test(cut) && cut !== 'arguments' ? cut : `field_${String(index + 1)}`;
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted}_${String(number)}`;
    taken.add(name);
    return name;
  });
  return withoutBeginnings(names);
}

function withoutBeginnings(names: readonly string[]): string[] {
  // Sorted, a name stands directly before those that it begins.
  const sorted = [...names].sort();
  const beginnings = new Set(sorted.filter((name, index) => sorted[index + 1]?.startsWith(name)));
  if (beginnings.size === 0) return [...names];
  return withoutBeginnings(names.map((name) => (beginnings.has(name) ? `${name}_value` : name)));
}
