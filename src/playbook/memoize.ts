/**
 * The same function, which does its work only once for each pair of objects: what is found out about a playbook
 * and its topics is needed by most pages. What nobody holds any more is forgotten.
 */
export function once<First extends object, Second extends object, Result extends object>(
  make: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result {
  const known = new WeakMap<First, WeakMap<Second, Result>>();
  return (first, second) => {
    const ofFirst = known.get(first) ?? new WeakMap<Second, Result>();
    known.set(first, ofFirst);
    const result = ofFirst.get(second) ?? make(first, second);
    ofFirst.set(second, result);
    return result;
  };
}
