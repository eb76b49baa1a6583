/**
 * Stores the items of a long list. An item is the HTML of one element as the build renders it. It is split into markup and
 * the values between it: texts and values of attributes. Most items of a list have the same markup, so it is stored once, as
 * a shape; the values of all items with a shape are stored by place, because similar values side by side compress well.
 */
export interface ItemColumns {
  /** The pieces of markup of each shape; a value goes between each two of them. */
  shapes: string[][];
  /** The shape of each item, by its index. */
  shapeOf: number[];
  /** For each shape, and each place in it, the values of its items in their order. */
  values: string[][][];
}

/**
 * Matches a value of an attribute, or a text. Attributes come first, so that a `>` in one does not end a tag. Whatever it
 * matches, the pieces and values together are the item.
 */
const value = /="([^"]*)"|>([^<]+)/g;

/** Stores items. @param items the HTML of each, with attributes in double quotes */
export function toItemColumns(items: readonly string[]): ItemColumns {
  const shapes = new Map<string, { index: number; pieces: string[]; values: string[][] }>();
  const shapeOf = items.map((html) => {
    const { pieces, values } = split(html);
    const key = pieces.join('\0');
    const shape = shapes.get(key) ?? { index: shapes.size, pieces, values: values.map(() => []) };
    shapes.set(key, shape);
    for (const [place, one] of values.entries()) shape.values[place]?.push(one);
    return shape.index;
  });
  const merged = [...shapes.values()].map(withoutConstants);
  return { shapes: merged.map(({ pieces }) => pieces), shapeOf, values: merged.map(({ values }) => values) };
}

/** Returns the HTML of each item; the inverse of `toItemColumns`. */
export function fromItemColumns({ shapes, shapeOf, values }: ItemColumns): string[] {
  const next = shapes.map(() => 0);
  return shapeOf.map((shape) => {
    const item = next[shape] ?? 0;
    next[shape] = item + 1;
    const [first = '', ...rest] = shapes[shape] ?? [];
    return rest.reduce((html, piece, place) => html + (values[shape]?.[place]?.[item] ?? '') + piece, first);
  });
}

function split(html: string): { pieces: string[]; values: string[] } {
  const pieces: string[] = [];
  const values: string[] = [];
  let done = 0;
  for (const match of html.matchAll(value)) {
    const [written, attribute, text] = match;
    const from = match.index + (attribute === undefined ? 1 : 2);
    const found = attribute ?? text ?? '';
    pieces.push(html.slice(done, from));
    values.push(found);
    done = match.index + written.length - (attribute === undefined ? 0 : 1);
  }
  return { pieces: [...pieces, html.slice(done)], values };
}

/** Makes values that are the same in all items of a shape part of its markup, such as the names of classes. */
function withoutConstants({ pieces, values }: { pieces: string[]; values: string[][] }) {
  const merged: { pieces: string[]; values: string[][] } = { pieces: [pieces[0] ?? ''], values: [] };
  for (const [place, column] of values.entries()) {
    const piece = pieces[place + 1] ?? '';
    const [first = ''] = column;
    if (column.every((one) => one === first)) {
      merged.pieces.push(`${merged.pieces.pop() ?? ''}${first}${piece}`);
    } else {
      merged.pieces.push(piece);
      merged.values.push(column);
    }
  }
  return merged;
}
