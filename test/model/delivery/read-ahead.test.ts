import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextReadBytes, sendLimit } from '../../../model/delivery/read-ahead';

const chunked = { bufferWhole: false, chunkBytes: 1000 };
const whole = { bufferWhole: true, chunkBytes: 1000 };
const at = { readBytes: 0, sentBytes: 0, sourceBytes: 10_500, creditBytes: 10_500 };

describe('reading', () => {
  test('full buffer reads everything at once, without asking for credit', () => {
    expect(nextReadBytes(whole, { ...at, creditBytes: 0 })).toBe(10_500);
    expect(nextReadBytes(whole, { ...at, readBytes: 10_500 })).toBe(0);
    expect(nextReadBytes(whole, { ...at, sourceBytes: 0 })).toBe(0);
  });

  test('the others read a chunk at a time, at most two that are not wholly sent', () => {
    expect(nextReadBytes(chunked, at)).toBe(1000);
    expect(nextReadBytes(chunked, { ...at, readBytes: 1000 })).toBe(1000);
    expect(nextReadBytes(chunked, { ...at, readBytes: 2000 })).toBe(0);
    expect(nextReadBytes(chunked, { ...at, readBytes: 2000, sentBytes: 999 })).toBe(0);
    expect(nextReadBytes(chunked, { ...at, readBytes: 2000, sentBytes: 1000 })).toBe(1000);
  });

  test('the last chunk may be short, and waits for its place like any other', () => {
    const near = { ...at, readBytes: 10_000, sentBytes: 8999 };
    expect(nextReadBytes(chunked, near)).toBe(0);
    expect(nextReadBytes(chunked, { ...at, readBytes: 10_000, sentBytes: 9000 })).toBe(500);
  });

  test('credit that ends before the next chunk stops the reader', () => {
    expect(nextReadBytes(chunked, { ...at, readBytes: 1000, creditBytes: 1000 })).toBe(0);
    expect(nextReadBytes(chunked, { ...at, readBytes: 1000, creditBytes: 1001 })).toBe(1000);
  });

  test('never holds more than two chunks, and always comes to the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(40_000),
        fc.infiniteStream(fc.integer({ min: 200, max: 3000 })),
        (chunkBytes, sourceBytes, sends) => {
          let [readBytes, sentBytes] = [0, 0];
          for (const send of sends) {
            const now = { readBytes, sentBytes, sourceBytes, creditBytes: sourceBytes };
            readBytes += nextReadBytes({ bufferWhole: false, chunkBytes }, now);
            if (readBytes - sentBytes > 2 * chunkBytes) break;
            sentBytes = Math.min(readBytes, sentBytes + send);
            if (sentBytes === sourceBytes) break;
          }
          expect(sentBytes).toBe(sourceBytes);
        },
      ),
    );
  });
});

describe('sending', () => {
  test('full buffer sends nothing until all is read', () => {
    expect(sendLimit(whole, { ...at, readBytes: 10_499 })).toBe(0);
    expect(sendLimit(whole, { ...at, readBytes: 10_500 })).toBe(10_500);
  });

  test('the others send what is read, as far as credit goes', () => {
    expect(sendLimit(chunked, { ...at, readBytes: 2000 })).toBe(2000);
    expect(sendLimit(chunked, { ...at, readBytes: 2000, creditBytes: 1500 })).toBe(1500);
  });
});
