/**
 * Returns a function that computes its result only once for each pair of objects. Most pages need what is derived from
 * a playbook and its topics. The cache does not prevent the garbage collection of its keys.
 */
export function memoize<First extends object, Second extends object, Result extends object>(
  compute: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result {
  const cache = new WeakMap<First, WeakMap<Second, Result>>();
  return (first, second) => {
    const ofFirst = cache.get(first) ?? new WeakMap<Second, Result>();
    cache.set(first, ofFirst);
    const result = ofFirst.get(second) ?? compute(first, second);
    ofFirst.set(second, result);
    return result;
  };
}
