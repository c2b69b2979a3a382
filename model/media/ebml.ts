/** One element of EBML (RFC 8794), of which WebM is made: its id with the marker bits, and where its content lies (bytes, absolute). */
export interface Element {
  id: number;
  start: number;
  body: number;
  /** Infinity when the size is not known (a live recording). */
  end: number;
}

/** The element at `at` of a buffer whose first byte is at `base` of the file. */
export function elementIn(bytes: Uint8Array, at: number, base = 0): Element | null {
  const first = bytes[at];
  if (first === undefined || first < 0x10) return null;
  const idBytes = Math.clz32(first) - 23;
  const size = vintAt(bytes, at + idBytes);
  if (!size) return null;
  const body = base + at + idBytes + size.length;
  const id = uintOf(bytes, { body: at, end: at + idBytes });
  return { id, start: base + at, body, end: body + size.value };
}

/** A variable-length number and its length in bytes; all ones mean "not known" (Infinity). */
export function vintAt(bytes: Uint8Array, at: number): { value: number; length: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = first & (0xff >> length);
  let allOnes = value === 0xff >> length;
  for (let i = 1; i < length; i += 1) {
    const byte = bytes[at + i] ?? 0;
    allOnes &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: allOnes ? Infinity : value, length };
}

/** The elements inside [from, to) of a buffer. */
export function* elementsIn(bytes: Uint8Array, from: number, to: number): Generator<Element> {
  let offset = from;
  while (offset < to) {
    const element = elementIn(bytes, offset);
    if (!element || element.end > to) return;
    yield element;
    offset = element.end;
  }
}

/** An unsigned integer element's value. */
export function uintOf(bytes: Uint8Array, { body, end }: Pick<Element, 'body' | 'end'>): number {
  let value = 0;
  for (let at = body; at < end; at += 1) value = value * 256 + (bytes[at] ?? 0);
  return value;
}
