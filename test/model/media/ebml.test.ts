import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementIn, elementsIn, uintOf, vintAt } from '../../../model/media/ebml';

/** A number as a variable-length integer of so many bytes (RFC 8794, 4): a marker bit, then the value. */
function vint(value: number, length: number): number[] {
  const bytes: number[] = [];
  for (let left = value; bytes.length < length; left = Math.floor(left / 256)) {
    bytes.unshift(left % 256);
  }
  bytes[0] = (bytes[0] ?? 0) | (0x80 >> (length - 1));
  return bytes;
}

/** The largest number that so many bytes hold: all ones stand for "not known". */
const largest = (length: number): number => 2 ** (7 * length) - 2;

const numbers = fc
  .integer({ min: 1, max: 7 })
  .chain((length) => fc.tuple(fc.nat(Math.min(largest(length), 2 ** 53 - 1)), fc.constant(length)));

describe('a variable-length integer', () => {
  it('is read back, wherever it stands, with its length', () => {
    fc.assert(
      fc.property(numbers, fc.nat(9), ([value, length], before) => {
        const bytes = Uint8Array.from([
          ...Array<number>(before).fill(0xff),
          ...vint(value, length),
        ]);
        expect(vintAt(bytes, before)).toEqual({ value, length });
      }),
    );
  });

  it.each([1, 2, 4, 8])(
    'of %d bytes, all ones, is not known; one bit less is a number',
    (length) => {
      const bytes = new Uint8Array(length).fill(0xff);
      bytes[0] = 0xff >> (length - 1);
      expect(vintAt(bytes, 0)).toEqual({ value: Infinity, length });
      for (let at = 0; at < length; at += 1) {
        const fewer = Uint8Array.from(bytes);
        fewer[at] = (fewer[at] ?? 0) & 0xfe;
        const isAlsoTheMarker = length === 8 && at === 0;
        if (!isAlsoTheMarker) expect(vintAt(fewer, 0)?.value).not.toBe(Infinity);
      }
    },
  );

  it('is none where nothing is, where the first byte has no marker, and where it is cut off', () => {
    expect(vintAt(Uint8Array.of(), 0)).toBeNull();
    expect(vintAt(Uint8Array.of(0x81), 1)).toBeNull();
    expect(vintAt(Uint8Array.of(0, 0x81), 0)).toBeNull();
    expect(vintAt(Uint8Array.of(0x40), 0)).toBeNull();
    expect(vintAt(Uint8Array.of(0x40, 7), 0)).toEqual({ value: 7, length: 2 });
  });
});

describe('an element', () => {
  /** Id 0x4286 (EBMLVersion) with a content of two bytes. */
  const version = [0x42, 0x86, 0x82, 0x01, 0x02];

  it('says its id, where it begins, where its content lies, all of the whole file', () => {
    const bytes = Uint8Array.from([0xec, ...version]);
    expect(elementIn(bytes, 1)).toEqual({ id: 0x4286, start: 1, body: 4, end: 6 });
    expect(elementIn(bytes, 1, 1000)).toEqual({ id: 0x4286, start: 1001, body: 1004, end: 1006 });
    expect(uintOf(bytes, { body: 4, end: 6 })).toBe(0x0102);
  });

  it('has an id of one to four bytes', () => {
    for (const id of [[0xa3], [0x42, 0x86], [0x2a, 0xd7, 0xb1], [0x1a, 0x45, 0xdf, 0xa3]]) {
      const value = id.reduce((sum, byte) => sum * 256 + byte, 0);
      expect(elementIn(Uint8Array.from([...id, 0x80]), 0)).toMatchObject({
        id: value,
        body: id.length + 1,
        end: id.length + 1,
      });
    }
    expect(elementIn(Uint8Array.of(0x10, 0, 0, 1, 0x80), 0)?.id).toBe(0x10000001);
    expect(elementIn(Uint8Array.of(0x0f, 0x80), 0)).toBeNull();
  });

  it('of a live recording ends nowhere', () => {
    const segment = Uint8Array.of(0x18, 0x53, 0x80, 0x67, 0x01, ...Array<number>(7).fill(0xff));
    expect(elementIn(segment, 0)).toEqual({ id: 0x18538067, start: 0, body: 12, end: Infinity });
  });

  it('is none where nothing is or its size is cut off', () => {
    expect(elementIn(Uint8Array.of(), 0)).toBeNull();
    expect(elementIn(Uint8Array.of(0xa3), 0)).toBeNull();
    expect(elementIn(Uint8Array.of(0xa3, 0x40), 0)).toBeNull();
  });

  it('follows the one before it, as far as whole elements go', () => {
    const contents = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 6 });
    fc.assert(
      fc.property(contents, fc.nat(5), (each, before) => {
        const made = each.flatMap((content) => [0xa3, ...vint(content.length, 1), ...content]);
        const bytes = Uint8Array.from([...Array<number>(before).fill(0), ...made, 0xa3, 0x85, 1]);
        const to = before + made.length;
        const found = [...elementsIn(bytes, before, to)];
        expect(found.map(({ body, end }) => [...bytes.subarray(body, end)])).toEqual(
          each.map((content) => [...content]),
        );
        // The last one reaches beyond what is there: it is not an element yet.
        expect([...elementsIn(bytes, before, bytes.length)]).toHaveLength(each.length);
        expect([...elementsIn(bytes, to, to)]).toEqual([]);
      }),
    );
  });

  it('holds an unsigned integer of any length, most significant byte first', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), (value) => {
        const bytes = new Uint8Array(4);
        new DataView(bytes.buffer).setUint32(0, value);
        expect(uintOf(bytes, { body: 0, end: 4 })).toBe(value);
      }),
    );
    expect(uintOf(Uint8Array.of(1, 2), { body: 1, end: 1 })).toBe(0);
  });
});
