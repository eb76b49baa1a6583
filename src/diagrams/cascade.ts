/**
 * What CSS makes of Mermaid's elements. Mermaid styles its drawings with a stylesheet inside the SVG, with
 * style attributes and with attributes, and even the size of text is known from there only. jsdom's
 * getComputedStyle does not inherit SVG's properties, and is slow.
 */

interface Rule {
  selector: string;
  specificity: number;
  order: number;
  important: boolean;
  value: string;
}

/** Properties that children take over from their parents. */
const inherited = new Set(
  'fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray font-size font-weight font-style text-anchor dominant-baseline visibility marker-start marker-end'.split(
    ' ',
  ),
);

/** A stylesheet, as rules by property. */
type Sheet = ReadonlyMap<string, readonly Rule[]>;

const sheets = new WeakMap<Element, { text: string; sheet: Sheet }>();

/** The value that a property has on an element, inherited where it is; nothing where nobody sets it. */
export function styleOf(element: Element, property: string): string | undefined {
  const sheet = sheetFor(element);
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = declared(at, property, sheet);
    if (value !== undefined && value !== 'inherit') return value;
    if (!inherited.has(property) || at.localName === 'svg') return;
  }
  return;
}

/** The value that the element's own rules, style or attribute give it. */
function declared(element: Element, property: string, sheet: Sheet): string | undefined {
  const rules = sheet.get(property) ?? [];
  const inline = inlineStyle(element, property);
  // Rules stand with the strongest first.
  const rule = rules.find((candidate) => (inline === undefined || candidate.important) && matches(element, candidate));
  return rule?.value ?? inline ?? element.getAttribute(property) ?? undefined;
}

function inlineStyle(element: Element, property: string): string | undefined {
  const style = element.getAttribute('style');
  if (!style) return;
  let found: string | undefined;
  for (const [name, value] of declarations(style)) if (name === property) found = value;
  return found;
}

function matches(element: Element, rule: Rule): boolean {
  try {
    return element.matches(rule.selector);
  } catch {
    // A selector that jsdom does not know.
    return false;
  }
}

const noSheet: Sheet = new Map();

function sheetFor(element: Element): Sheet {
  const root = element.closest('svg');
  let outermost = root;
  for (let at = root; at; at = at.parentElement?.closest('svg') ?? null) outermost = at;
  const style = outermost?.querySelector(':scope > style');
  if (!style) return noSheet;
  const text = style.textContent;
  const known = sheets.get(style);
  if (known?.text === text) return known.sheet;
  const sheet = parseSheet(text);
  sheets.set(style, { text, sheet });
  return sheet;
}

/** Reads the compressed, flat stylesheet that Mermaid writes. At-rules (animations) are left out. */
function parseSheet(css: string): Sheet {
  const sheet = new Map<string, Rule[]>();
  const flat = css.replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  let order = 0;
  for (const [, selectors = '', block = ''] of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(',').map((part) => part.trim())) {
      if (selector.includes(':hover') || selector.includes('::')) continue;
      order += 1;
      for (const [name, value, important] of declarations(block)) {
        const rules = sheet.get(name) ?? [];
        rules.push({ selector, specificity: specificityOf(selector), order, important, value });
        sheet.set(name, rules);
      }
    }
  }
  for (const rules of sheet.values()) {
    rules.sort(
      (a, b) => Number(b.important) - Number(a.important) || b.specificity - a.specificity || b.order - a.order,
    );
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

/** Ids, then classes, attributes and pseudo-classes, then names of elements. */
function specificityOf(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.[:]/g) * 100 + count(/(?:^|[\s>+~(])[a-z]/gi);
}
