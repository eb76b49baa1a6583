/*
 * Computes the style of Mermaid's elements. Mermaid styles its drawings with a stylesheet inside the SVG, with style
 * attributes and with presentation attributes, and even the size of text depends on them. jsdom's getComputedStyle does
 * not inherit SVG properties, and is slow.
 */

interface Rule {
  selector: string;
  /** The element name and classes that the last part of the selector requires; checked first, because it is fast. */
  subject: { name?: string; classes: readonly string[] };
  specificity: number;
  important: boolean;
  value: string;
}

/** Properties that children inherit. */
const inherited = new Set(
  'fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray font-size font-weight font-style text-anchor dominant-baseline visibility marker-start marker-end'.split(
    ' ',
  ),
);

/** The rules of a stylesheet by property, strongest first. */
type Sheet = ReadonlyMap<string, readonly Rule[]>;

const sheets = new WeakMap<Element, Sheet>();
const noSheet: Sheet = new Map();

/** Cached properties of an element, because jsdom is slow at reading them. */
interface CachedStyle {
  parent: Element | null;
  sheet: Sheet;
  name: string;
  /** Class names, each with a space before and after it. */
  classes: string;
  style: string;
  values: Map<string, string | undefined>;
}

let cache: Map<Element, CachedStyle> | undefined;

/** Caches styles during a function that reads a drawing and does not change it. */
export function withStyleCache<Result>(read: () => Result): Result {
  if (cache) return read();
  cache = new Map();
  try {
    return read();
  } finally {
    cache = undefined;
  }
}

/** Returns the value of a property of an element, inherited if need be; `undefined` if it is not set. */
export function styleOf(element: Element, property: string): string | undefined {
  return withStyleCache(() => {
    const style = cachedStyle(element);
    const { values, parent } = style;
    if (values.has(property)) return values.get(property);
    const declared = declaredValue(element, property, style);
    const isSet = declared !== undefined && declared !== 'inherit';
    const inherits = !isSet && inherited.has(property) && parent !== null;
    const value = isSet ? declared : inherits ? styleOf(parent, property) : undefined;
    values.set(property, value);
    return value;
  });
}

function cachedStyle(element: Element): CachedStyle {
  const cached = cache?.get(element);
  if (cached) return cached;
  const parent = element.parentElement;
  const name = element.localName;
  const inheritedSheet = parent ? cachedStyle(parent).sheet : noSheet;
  const style: CachedStyle = {
    parent,
    // Mermaid's stylesheet is in the outermost svg.
    sheet: inheritedSheet === noSheet ? sheetOf(element) : inheritedSheet,
    name,
    classes: ` ${element.getAttribute('class') ?? ''} `,
    style: element.getAttribute('style') ?? '',
    values: new Map(),
  };
  cache?.set(element, style);
  return style;
}

/** Returns the value from the stylesheet, the style attribute or the presentation attribute, by priority. */
function declaredValue(element: Element, property: string, cached: CachedStyle): string | undefined {
  const inline = inlineStyle(cached.style, property);
  const rules = cached.sheet.get(property);
  const rule = rules?.find((each) => (inline === undefined || each.important) && matches(element, cached, each));
  return rule?.value ?? inline ?? element.getAttribute(property) ?? undefined;
}

function inlineStyle(style: string, property: string): string | undefined {
  if (!style.includes(property)) return;
  return declarations(style).findLast(([name]) => name === property)?.[1];
}

function matches(element: Element, { name, classes }: CachedStyle, { selector, subject }: Rule): boolean {
  // Most rules are for other elements, and comparing their last part is faster than jsdom.
  if (subject.name !== undefined && subject.name !== name) return false;
  if (!subject.classes.every((one) => classes.includes(` ${one} `))) return false;
  try {
    return element.matches(selector);
  } catch {
    // jsdom does not support the selector.
    return false;
  }
}

function sheetOf(drawing: Element): Sheet {
  const read = sheets.get(drawing);
  if (read) return read;
  // Mermaid writes the stylesheet only once, before the elements that it applies to.
  const style = [...drawing.children].find((child) => child.localName === 'style');
  if (!style) return noSheet;
  const sheet = parseSheet(style.textContent);
  sheets.set(drawing, sheet);
  return sheet;
}

/** Returns the element name and classes after the last combinator of a selector; empty if that part is not simple. */
function subjectOf(selector: string): Rule['subject'] {
  const last = /[^\s>+~]*$/.exec(selector)?.[0] ?? '';
  if (/[[:(]/.test(last)) return { classes: [] };
  const name = /^[a-zA-Z]+/.exec(last)?.[0];
  return {
    ...(name === undefined ? {} : { name }),
    classes: [...last.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? ''),
  };
}

/** Parses the minified, flat stylesheet that Mermaid writes. At-rules (animations) are ignored. */
function parseSheet(css: string): Sheet {
  const sheet = new Map<string, Rule[]>();
  const flat = css.replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  for (const [, selectors = '', block = ''] of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(',').map((part) => part.trim())) {
      if (selector.includes(':hover') || selector.includes('::')) continue;
      const common = { selector, subject: subjectOf(selector), specificity: specificityOf(selector) };
      for (const [name, value, important] of declarations(block)) {
        const rules = sheet.get(name) ?? [];
        // The rule that comes last is the strongest among those that are otherwise as strong.
        rules.unshift({ ...common, important, value });
        sheet.set(name, rules);
      }
    }
  }
  for (const rules of sheet.values()) {
    rules.sort((a, b) => Number(b.important) - Number(a.important) || b.specificity - a.specificity);
  }
  return sheet;
}

function declarations(block: string): [name: string, value: string, important: boolean][] {
  return block.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    if (colon < 0) return [];
    const raw = declaration.slice(colon + 1).trim();
    const value = raw.replace(/\s*!important/g, '');
    return [[declaration.slice(0, colon).trim().toLowerCase(), value, value !== raw]];
  });
}

/** Ids count most, then classes, attributes and pseudo-classes, then element names. */
function specificityOf(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.[:]/g) * 100 + count(/(?:^|[\s>+~(])[a-z]/gi);
}
