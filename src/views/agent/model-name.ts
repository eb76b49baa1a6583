import { shortened } from '../shared/text.ts';

/** A longer name would be the longest text of a card. */
const MAX_LENGTH = 40;

/** Names of families of models, as their makers write them. */
const families: readonly [RegExp, string][] = [
  [/^claude$/, 'Claude'],
  [/^gemini$/, 'Gemini'],
  [/^gpt$/, 'GPT'],
];

/**
 * Returns a model's name for readers: "Claude Sonnet 4.5" for `claude-sonnet-4-5-20250929`. An alias such as `sonnet`, and
 * the id of a family that is not known, stay as written, up to a limit.
 */
export function modelName(id: string): string {
  const plain = id
    .trim()
    // The provider before it: `anthropic/…`, `us.anthropic.…`.
    .replace(/^[a-z0-9-]+\//i, '')
    .replace(/^(?:[a-z]{2,4}\.)?anthropic\./i, '')
    // The date and the revision after it.
    .replace(/(?:[-@]\d{8}|-latest|-v\d+:\d+)+$/i, '');
  const [family = '', ...rest] = plain.split('-');
  const name = families.find(([pattern]) => pattern.test(family))?.[1];
  if (name === undefined || rest.length === 0 || rest.some((part) => !/^[a-z0-9.]+$/.test(part))) {
    return shortened(id.trim(), MAX_LENGTH);
  }
  const words = rest.map((part) => (/^\p{L}{3,}/u.test(part) ? part.charAt(0).toUpperCase() + part.slice(1) : part));
  // The parts of a version are joined by hyphens in an id: `3-5` is 3.5.
  const joined = words.join(' ').replace(/(?<=^|\s)(\d+) (\d+)(?=\s|$)/, '$1.$2');
  return shortened(name === 'GPT' ? `${name}-${joined}` : `${name} ${joined}`, MAX_LENGTH);
}
