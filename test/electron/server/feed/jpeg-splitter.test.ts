import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JpegSplitter } from '../../../../electron/server/feed/jpeg-splitter';

function segment(code: number, content: readonly number[]): number[] {
  const length = content.length + 2;
  return [0xff, code, length >> 8, length & 0xff, ...content];
}

const byte = fc.nat(255);
/** Tables and comments may hold anything, the two bytes that end an image too. */
const segments = fc.array(
  fc.tuple(
    fc.constantFrom(0xe0, 0xfe, 0xdb, 0xc4, 0xc2),
    fc.array(fc.oneof(byte, fc.constantFrom(0xff, 0xd9)), { maxLength: 40 }),
  ),
  { maxLength: 4 },
);
/** In a scan 0xff is stuffed with a zero or begins a restart marker. */
const scan = fc
  .array(
    fc.oneof(
      fc.nat(254).map((plain) => [plain]),
      fc.constant([0xff, 0]),
      fc.integer({ min: 0xd0, max: 0xd7 }).map((restart) => [0xff, restart]),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.flat());

/** Tables, a scan, more tables and scans as in a progressive image, perhaps fill bytes before the end. */
const jpeg = fc
  .tuple(fc.array(fc.tuple(segments, scan), { minLength: 1, maxLength: 3 }), fc.nat(2))
  .map(([passes, fill]) =>
    Buffer.from([
      ...[0xff, 0xd8],
      ...passes.flatMap(([tables, data]) => [
        ...tables.flatMap(([code, content]) => segment(code, content)),
        ...segment(0xda, [1, 1, 0, 0, 63, 0]),
        ...data,
      ]),
      ...Array.from({ length: fill }, () => 0xff),
      ...[0xff, 0xd9],
    ]),
  );

function split(pieces: readonly Uint8Array[]): Buffer[] {
  const frames: Buffer[] = [];
  const splitter = new JpegSplitter((frame) => frames.push(Buffer.from(frame)));
  for (const piece of pieces) splitter.push(piece);
  return frames;
}

describe('the JPEG splitter', () => {
  it('finds every image, wherever the flow was cut', () => {
    fc.assert(
      fc.property(fc.array(jpeg, { maxLength: 4 }), fc.array(fc.nat(600)), (images, cuts) => {
        const flow = Buffer.concat(images);
        const at = [0, ...cuts.map((cut) => cut % (flow.byteLength + 1)), flow.byteLength];
        at.sort((a, b) => a - b);
        const pieces = at.slice(1).map((end, i) => flow.subarray(at[i], end));
        expect(split(pieces)).toEqual(images);
        expect(split([flow])).toEqual(images);
      }),
    );
  });

  it('gives a frame as soon as its last byte is there, and not before', () => {
    const image = Buffer.from([0xff, 0xd8, ...segment(0xda, [0]), 7, 0xff, 0xd9]);
    expect(split([image.subarray(0, -1)])).toEqual([]);
    expect(split([image.subarray(0, -1), image.subarray(-1)])).toEqual([image]);
  });

  it('refuses what is no flow of JPEGs', () => {
    expect(() => split([Buffer.from('not a picture')])).toThrow('no JPEG');
  });

  it('refuses a frame without an end before it fills the memory', () => {
    const head = Buffer.from([0xff, 0xd8, ...segment(0xda, [0])]);
    const endless = Array.from({ length: 17 }, () => Buffer.alloc(1024 * 1024));
    expect(() => split([head, ...endless])).toThrow('16 MiB');
  });
});
