/** Longer hints, and longer lists, are prose. */
const LONGEST_HINT = 160;
const MOST_ITEMS = 12;

/** Words of which at most one can be true: a scale, or the two sides of a question. */
const scales = [
  'yes no true false maybe unknown partly partially n/a',
  'on off enabled disabled',
  'none minimal trivial low minor medium moderate normal high major critical severe blocker urgent unknown',
  'small medium large',
  'pass fail passed failed pending success failure',
  'required optional forbidden mandatory',
].map((words) => new Set(words.split(' ')));

/** What a fraction's second half measures by, as in `requests/second`. */
const units =
  /^(?:ns|µs|ms|s|sec|min|h|hr|second|minute|hour|day|week|month|quarter|year|user|request|core|thread|node|item|call|or)s?$/i;

/** First folders of paths that are written without a leading slash. */
const folders = /^(?:usr|etc|var|opt|tmp|home|bin|src|lib|dist|path|docs|tests?|crates|content|target)$/i;

/** Words by which an author says that a choice follows. */
const announcement =
  /^(?:(?:choose |select |pick )?(?:one|any|some) of|choose(?: from)?|options?|either)(?::\s*|\s+(?=.*\bor\b))(.+)$/i;

/**
 * Things to choose from: `a/b/c`, `a | b`, `a or b`, `one of: a, b`, or a list of proper names.
 * @returns nothing if the hint has another shape
 */
export function readAlternatives(hint: string): string[] | undefined {
  const words = bare(hint);
  if (words === undefined) return;
  const announced = announcement.exec(words)?.[1];
  const choice = announced ?? words;
  const bySigns = split(choice, /\|/) ?? splitAtSlashes(choice);
  if (bySigns) return bySigns;
  const items = /[:?!;]|\.\s/.test(choice) ? undefined : splitAtCommas(choice);
  const isChoice = /(?:^|[\s,])or\s/.test(choice) ? isShortChoice : areNames;
  return items && (announced !== undefined || isChoice(items)) ? items : undefined;
}

/** `Current or target state` is none: a longer last item has words that belong to all of them. */
function isShortChoice(items: readonly string[]): boolean {
  const lengths = items.map((item) => item.split(' ').length);
  const longest = Math.max(...lengths.slice(0, -1));
  return longest <= 3 && (lengths.at(-1) ?? 0) <= longest;
}

/** Prompts to cover: the items of a comma list in prose, as in `Latency, throughput, memory`. */
export function readAspects(hint: string): string[] | undefined {
  const words = bare(hint);
  if (words === undefined || /[:?!;|]|\.\s|(?:^|\s)or\s/.test(words)) return;
  const items = splitAtCommas(words);
  return items?.every((item) => item.split(' ').length <= 5 && /\p{L}/u.test(item)) ? items : undefined;
}

/** Whether at most one of these can be chosen: `yes`, `no`; or the hint says so: `one of: …`. */
export function excludeEachOther(hint: string, suggestions: readonly string[]): boolean {
  if (/^(?:(?:choose|select|pick) )?(?:one of|either)\b/i.test(hint.trim())) return true;
  return scales.some((scale) => suggestions.every((suggestion) => scale.has(suggestion.toLowerCase())));
}

/** The hint without `e.g.` in front and `etc.` at the end; nothing if it can only be prose. */
function bare(hint: string): string | undefined {
  const prose = /[[\]{}<>\\\n]|.\be\.\s?g\b|.\bfor example\b|:\/\/|\|\|/i;
  if (hint.length > LONGEST_HINT || prose.test(hint.trim())) return;
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
  const isScale = excludeEachOther('', items);
  const isDate = items.some((item) => /^(?:DD|MM|YY|YYYY)$/i.test(item));
  const isPath = folders.test(first) || /\.[a-z]\w{0,4}$/.test(items.at(-1) ?? '');
  // `TCP/IP`, `I/O`, `CI/CD`, `km/h`, `requests/second` and `and/or` are one word each.
  const isOneWord =
    items.length === 2 &&
    (items.some((item) => item.length < 3) || /^[A-Z]{1,4}\/[A-Z]{1,4}$/.test(text) || units.test(second));
  return isScale || !(isDate || isPath || isOneWord) ? items : undefined;
}

/** Splits at commas, and at `and` or `or` before the last item; a comma between digits or in brackets is none. */
function splitAtCommas(text: string): string[] | undefined {
  const items = text.split(/(?<!\d(?=,\d))[,，、](?![^()]*\))\s*/);
  const last = items.pop() ?? '';
  const ending = /\bor\s/.test(last) || items.length > 0 ? last.split(/(?:^|\s+)(?:and|or|&)\s+/) : [last];
  return clean([...items, ...ending.filter((item) => item !== '')]);
}

function split(text: string, by: RegExp): string[] | undefined {
  return by.test(text) ? clean(text.split(by)) : undefined;
}

/** The items without quotation marks; nothing unless they are several, and all of them different and short. */
function clean(items: readonly string[]): string[] | undefined {
  const words = items.map((item) => item.trim().replace(/^(["'`“‘])(.+)["'`”’]$/, '$2'));
  const isList =
    words.length >= 2 && words.length <= MOST_ITEMS && words.every((word) => word !== '' && word.length <= 50);
  return isList && new Set(words.map((word) => word.toLowerCase())).size === words.length ? words : undefined;
}

/** Whether each word has a capital, as in `Common Criteria` or `macOS`; a version may follow. */
function areNames(items: readonly string[]): boolean {
  return items.every((item) => {
    const [first = '', ...rest] = item.split(' ');
    return isCapital(first) && rest.every((word) => isCapital(word) || /^(?:\d[\w.]*|of|and|the|for|de)$/.test(word));
  });
}

function isCapital(word: string): boolean {
  return /\p{Lu}/u.test(word);
}
