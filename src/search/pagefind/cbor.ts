/*
 * As much of CBOR (RFC 8949) as Pagefind's files are made of: what is inside of an array, and arrays and texts
 * put together anew. What stands in between is copied, and not understood.
 */

/** The length or value in an item's head, and where the head ends. */
function readHead(bytes: Buffer, at: number): { type: number; value: number; end: number } {
  const first = bytes[at] ?? 0xff;
  const [type, info] = [first >> 5, first & 31];
  if (info < 24) return { type, value: info, end: at + 1 };
  if (info === 24) return { type, value: bytes.readUInt8(at + 1), end: at + 2 };
  if (info === 25) return { type, value: bytes.readUInt16BE(at + 1), end: at + 3 };
  if (info === 26) return { type, value: bytes.readUInt32BE(at + 1), end: at + 5 };
  if (info === 27) return { type, value: Number(bytes.readBigUInt64BE(at + 1)), end: at + 9 };
  throw new Error(`A length of kind ${String(info)} was not expected.`);
}

/** Where an item ends. */
function endOf(bytes: Buffer, at: number): number {
  const { type, value, end } = readHead(bytes, at);
  switch (type) {
    case 0:
    case 1:
    case 7:
      return end;
    case 2:
    case 3:
      return end + value;
    case 4: {
      let next = end;
      for (let index = 0; index < value; index++) next = endOf(bytes, next);
      return next;
    }
    default:
      throw new Error(`An item of type ${String(type)} was not expected.`);
  }
}

/**
 * The items of an array, each as it stands.
 * @throws Error if there is no array, or something in it that Pagefind does not write
 */
export function itemsOf(bytes: Buffer): Buffer[] {
  const { type, value, end } = readHead(bytes, 0);
  if (type !== 4) throw new Error('An array was expected.');
  const items: Buffer[] = [];
  let at = end;
  for (let index = 0; index < value; index++) {
    const next = endOf(bytes, at);
    items.push(bytes.subarray(at, next));
    at = next;
  }
  return items;
}

/** @throws Error if the item is no text */
export function textOf(item: Buffer): string {
  const { type, value, end } = readHead(item, 0);
  if (type !== 3) throw new Error('A text was expected.');
  return item.toString('utf8', end, end + value);
}

export function arrayOf(items: readonly Buffer[]): Buffer {
  return Buffer.concat([head(4, items.length), ...items]);
}

export function textItem(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([head(3, bytes.length), bytes]);
}

function head(type: number, value: number): Buffer {
  const first = type << 5;
  if (value < 24) return Buffer.from([first | value]);
  if (value < 0x100) return Buffer.from([first | 24, value]);
  const long = Buffer.alloc(value < 0x10000 ? 3 : 5);
  long[0] = first | (value < 0x10000 ? 25 : 26);
  if (value < 0x10000) long.writeUInt16BE(value, 1);
  else long.writeUInt32BE(value, 1);
  return long;
}
