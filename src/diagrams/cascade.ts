/**
 * What CSS makes of Mermaid's elements. Mermaid styles its drawings with a stylesheet inside the SVG, with
 * style attributes and with attributes, and even the size of text is known from there only. jsdom's
 * getComputedStyle does not inherit SVG's properties, and is slow.
 */

interface Rule {
  selector: string;
  /** The name and the classes that an element must have. */
  subject: { name?: string; classes: readonly string[] };
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

const sheets = new WeakMap<Element, Sheet>();
const noSheet: Sheet = new Map();

/** What is known of an element while the drawing stands still: jsdom takes its time for every look. */
interface Known {
  /** The drawing as a whole, or the outermost element where there is none. */
  drawing: Element;
  sheet: Sheet;
  parent: Element | null;
  name: string;
  /** With a space before and after each. */
  classes: string;
  style: string;
  values: Map<string, string | undefined>;
}

let known: Map<Element, Known> | undefined;

/**
 * Looks at a drawing that nobody changes meanwhile: what was found out about an element is not looked up again
 * until this ends.
 */
export function whileStill<Result>(look: () => Result): Result {
  if (known) return look();
  known = new Map();
  try {
    return look();
  } finally {
    known = undefined;
  }
}

/** The value that a property has on an element, inherited where it is; nothing where nobody sets it. */
export function styleOf(element: Element, property: string): string | undefined {
  return whileStill(() => {
    const { values, parent, drawing, ...about } = knowledgeOf(element);
    if (values.has(property)) return values.get(property);
    const own = declared(element, property, about);
    const isSet = own !== undefined && own !== 'inherit';
    const inherits = !isSet && inherited.has(property) && parent !== null && element !== drawing;
    const value = isSet ? own : inherits ? styleOf(parent, property) : undefined;
    values.set(property, value);
    return value;
  });
}

function knowledgeOf(element: Element): Known {
  const found = known?.get(element);
  if (found) return found;
  const parent = element.parentElement;
  const name = element.localName;
  const around = parent ? knowledgeOf(parent) : undefined;
  // The outermost drawing counts, and above it there is nothing that concerns it.
  const drawing = around && (around.drawing.localName === 'svg' || name !== 'svg') ? around.drawing : element;
  const knowledge: Known = {
    drawing,
    sheet: around?.drawing === drawing ? around.sheet : sheetOf(drawing),
    parent,
    name,
    classes: ` ${element.getAttribute('class') ?? ''} `,
    style: element.getAttribute('style') ?? '',
    values: new Map(),
  };
  known?.set(element, knowledge);
  return knowledge;
}

/** The value that the element's own rules, style or attribute give it. */
function declared(
  element: Element,
  property: string,
  { sheet, name, classes, style }: Pick<Known, 'sheet' | 'name' | 'classes' | 'style'>,
): string | undefined {
  const inline = inlineStyle(style, property);
  // Rules stand with the strongest first.
  const rule = sheet
    .get(property)
    ?.find((candidate) => (inline === undefined || candidate.important) && matches(element, name, classes, candidate));
  return rule?.value ?? inline ?? element.getAttribute(property) ?? undefined;
}

function inlineStyle(style: string, property: string): string | undefined {
  if (!style.includes(property)) return;
  let found: string | undefined;
  for (const [name, value] of declarations(style)) if (name === property) found = value;
  return found;
}

function matches(element: Element, name: string, classes: string, { selector, subject }: Rule): boolean {
  // Most rules are for other elements, which is seen at once by their last part; jsdom takes its time.
  if (subject.name !== undefined && subject.name !== name) return false;
  if (!subject.classes.every((one) => classes.includes(` ${one} `))) return false;
  try {
    return element.matches(selector);
  } catch {
    // A selector that jsdom does not know.
    return false;
  }
}

function sheetOf(drawing: Element): Sheet {
  const read = sheets.get(drawing);
  if (read) return read;
  // Mermaid writes the stylesheet once, before anything that it applies to.
  const style = [...drawing.children].find((child) => child.localName === 'style');
  if (!style) return noSheet;
  const sheet = parseSheet(style.textContent);
  sheets.set(drawing, sheet);
  return sheet;
}

/** What a selector says of the element itself: what follows the last combinator, if that is simple. */
function subjectOf(selector: string): Rule['subject'] {
  const last = /[^\s>+~]*$/.exec(selector)?.[0] ?? '';
  if (/[[:(]/.test(last)) return { classes: [] };
  const name = /^[a-zA-Z]+/.exec(last)?.[0];
  return {
    ...(name === undefined ? {} : { name }),
    classes: [...last.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? ''),
  };
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
        rules.push({
          selector,
          subject: subjectOf(selector),
          specificity: specificityOf(selector),
          order,
          important,
          value,
        });
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
