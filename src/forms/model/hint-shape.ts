/** Longest hint that is not treated as prose, in characters. */
const MAX_HINT_LENGTH = 160;

/** Longest list that is not treated as prose. */
const MAX_ITEMS = 12;

/** Sets of words that exclude each other: scales, and the answers to a yes-or-no question. */
const scales = [
  'yes no true false maybe unknown partly partially n/a',
  'on off enabled disabled',
  'none minimal trivial low minor medium moderate normal high major critical severe blocker urgent unknown',
  'small medium large',
  'pass fail passed failed pending success failure',
  'required optional forbidden mandatory',
].map((words) => new Set(words.split(' ')));

/** The second half of a rate such as `requests/second`. */
const units =
  /^(?:ns|µs|ms|s|sec|min|h|hr|second|minute|hour|day|week|month|quarter|year|user|request|core|thread|node|item|call|or)s?$/i;

/** Names with which paths without a leading slash often start. */
const folders = /^(?:usr|etc|var|opt|tmp|home|bin|src|lib|dist|path|docs|tests?|crates|content|target)$/i;

/** Words that announce a choice. */
const announcement =
  /^(?:(?:choose |select |pick )?(?:one|any|some) of|choose(?: from)?|options?|either)(?::\s*|\s+(?=.*\bor\b))(.+)$/i;

/**
 * Reads a choice: `a/b/c`, `a | b`, `a or b`, `one of: a, b`, or a list of proper names.
 * @returns `undefined` if the hint has another shape
 */
export function readAlternatives(hint: string): string[] | undefined {
  const words = listInHint(hint);
  if (words === undefined) return;
  const announced = announcement.exec(words)?.[1];
  const choice = announced ?? words;
  const bySigns = split(choice, /\|/) ?? splitAtSlashes(choice);
  if (bySigns) return bySigns;
  const items = /[:?!;]|\.\s/.test(choice) ? undefined : splitAtCommas(choice);
  const isChoice = /(?:^|[\s,])or\s/.test(choice) ? isShortChoice : areNames;
  return items && (announced !== undefined || isChoice(items)) ? items : undefined;
}

/** `Current or target state` is not a choice: the extra words of a longer last item belong to all items. */
function isShortChoice(items: readonly string[]): boolean {
  const lengths = items.map((item) => item.split(' ').length);
  const longest = Math.max(...lengths.slice(0, -1));
  return longest <= 3 && (lengths.at(-1) ?? 0) <= longest;
}

/** Reads aspects to cover: the items of a comma-separated list such as `Latency, throughput, memory`. */
export function readAspects(hint: string): string[] | undefined {
  const words = listInHint(hint);
  if (words === undefined || /[:?!;|]|\.\s|(?:^|\s)or\s/.test(words)) return;
  const items = splitAtCommas(words);
  return items?.every((item) => item.split(' ').length <= 5 && /\p{L}/u.test(item)) ? items : undefined;
}

/** Whether only one suggestion can be chosen: they are a scale, or the hint says so (`one of: …`). */
export function areExclusive(hint: string, suggestions: readonly string[]): boolean {
  if (/^(?:(?:choose|select|pick) )?(?:one of|either)\b/i.test(hint.trim())) return true;
  return scales.some((scale) => suggestions.every((suggestion) => scale.has(suggestion.toLowerCase())));
}

/** Removes `e.g.` from the start and `etc.` from the end; `undefined` if the hint can only be prose. */
function listInHint(hint: string): string | undefined {
  const prose = /[[\]{}<>\\\n]|.\be\.\s?g\b|.\bfor example\b|:\/\/|\|\|/i;
  if (hint.length > MAX_HINT_LENGTH || prose.test(hint.trim())) return;
  return hint
    .trim()
    .replace(/^(?:e\.\s?g\.?|eg|i\.\s?e\.?|for (?:example|instance)|such as|like)[\s,:]+/i, '')
    .replace(/(?:[,/|]?\s*(?:and |or )?(?:etc\.?|…|\.{3}|and so on|and more|others?))+$/i, '')
    .trim();
}

function splitAtSlashes(text: string): string[] | undefined {
  if (/[,;:?!@~]|^[./]|\/$/.test(text)) return;
  const wide = split(text, /\s\/\s/);
  if (wide) return wide;
  const items = split(text, /\//);
  if (!items || /\s/.test(text) || items.every((item) => /^\d+$/.test(item))) return;
  const [first = '', second = ''] = items;
  const isScale = areExclusive('', items);
  const isDate = items.some((item) => /^(?:DD|MM|YY|YYYY)$/i.test(item));
  const isPath = folders.test(first) || /\.[a-z]\w{0,4}$/.test(items.at(-1) ?? '');
  // `TCP/IP`, `I/O`, `CI/CD`, `km/h`, `requests/second` and `and/or` are single terms.
  const isOneTerm =
    items.length === 2 &&
    (items.some((item) => item.length < 3) || /^[A-Z]{1,4}\/[A-Z]{1,4}$/.test(text) || units.test(second));
  return isScale || !(isDate || isPath || isOneTerm) ? items : undefined;
}

/** Splits at commas, but not between digits or in brackets, and at `and` or `or` before the last item. */
function splitAtCommas(text: string): string[] | undefined {
  const items = text.split(/(?<!\d(?=,\d))[,，、](?![^()]*\))\s*/);
  const last = items.pop() ?? '';
  const ending = /\bor\s/.test(last) || items.length > 0 ? last.split(/(?:^|\s+)(?:and|or|&)\s+/) : [last];
  return cleanItems([...items, ...ending.filter((item) => item !== '')]);
}

function split(text: string, by: RegExp): string[] | undefined {
  return by.test(text) ? cleanItems(text.split(by)) : undefined;
}

/** Removes quotation marks; `undefined` unless there are several items, all of them different and short. */
function cleanItems(items: readonly string[]): string[] | undefined {
  const words = items.map((item) =>
    item
      .trim()
      .replace(/^(["'`“‘])(.+)["'`”’]$/, '$2')
      .trim(),
  );
  const isList =
    words.length >= 2 && words.length <= MAX_ITEMS && words.every((word) => word !== '' && word.length <= 50);
  return isList && new Set(words.map((word) => word.toLowerCase())).size === words.length ? words : undefined;
}

/** Whether the items are proper names such as `Common Criteria`, `macOS` or `Windows 11`. */
function areNames(items: readonly string[]): boolean {
  return items.every((item) => {
    const [first = '', ...rest] = item.split(' ');
    return hasCapital(first) && rest.every((word) => hasCapital(word) || /^(?:\d[\w.]*|of|and|the|for|de)$/.test(word));
  });
}

function hasCapital(word: string): boolean {
  return /\p{Lu}/u.test(word);
}
