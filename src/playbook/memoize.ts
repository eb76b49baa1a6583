/**
 * Returns a function that computes its result only once for each object, or pair of objects. Most pages need what is
 * derived from a playbook and its topics. The cache does not prevent the garbage collection of its keys.
 */
export function memoize<First extends object, Result extends object>(
  compute: (first: First) => Result,
): (first: First) => Result;
export function memoize<First extends object, Second extends object, Result extends object>(
  compute: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result;
export function memoize<First extends object, Result extends object>(
  compute: (first: First, second: object) => Result,
): (first: First, second?: object) => Result {
  const cache = new WeakMap<First, WeakMap<object, Result>>();
  return (first, second = first) => {
    const ofFirst = cache.get(first) ?? new WeakMap<object, Result>();
    cache.set(first, ofFirst);
    const result = ofFirst.get(second) ?? compute(first, second);
    ofFirst.set(second, result);
    return result;
  };
}
