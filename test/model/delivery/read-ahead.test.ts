import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextReadBytes, sendLimit } from '../../../model/delivery/read-ahead';

const chunked = { bufferWhole: false, chunkBytes: 1000, readAheadChunks: 0 };
const ahead = { ...chunked, readAheadChunks: 1 };
const whole = { bufferWhole: true, chunkBytes: 1000, readAheadChunks: 0 };
const at = { readBytes: 0, sentBytes: 0, sourceBytes: 10_500, creditBytes: 10_500 };

describe('reading', () => {
  test('full buffer reads everything at once, without asking for credit', () => {
    expect(nextReadBytes(whole, { ...at, creditBytes: 0 })).toBe(10_500);
    expect(nextReadBytes(whole, { ...at, readBytes: 10_500 })).toBe(0);
    expect(nextReadBytes(whole, { ...at, sourceBytes: 0 })).toBe(0);
  });

  test('the others hold one chunk: the next is read when the last byte of the one before has left', () => {
    expect(nextReadBytes(chunked, at)).toBe(1000);
    expect(nextReadBytes(chunked, { ...at, readBytes: 1000 })).toBe(0);
    expect(nextReadBytes(chunked, { ...at, readBytes: 1000, sentBytes: 999 })).toBe(0);
    expect(nextReadBytes(chunked, { ...at, readBytes: 1000, sentBytes: 1000 })).toBe(1000);
  });

  test('reading ahead, they hold so many more', () => {
    expect(nextReadBytes(ahead, { ...at, readBytes: 1000 })).toBe(1000);
    expect(nextReadBytes(ahead, { ...at, readBytes: 2000 })).toBe(0);
    expect(nextReadBytes(ahead, { ...at, readBytes: 2000, sentBytes: 999 })).toBe(0);
    expect(nextReadBytes(ahead, { ...at, readBytes: 2000, sentBytes: 1000 })).toBe(1000);
  });

  test('the last chunk may be short, and waits for its place like any other', () => {
    expect(nextReadBytes(chunked, { ...at, readBytes: 10_000, sentBytes: 9999 })).toBe(0);
    expect(nextReadBytes(chunked, { ...at, readBytes: 10_000, sentBytes: 10_000 })).toBe(500);
    expect(nextReadBytes(ahead, { ...at, readBytes: 10_000, sentBytes: 9000 })).toBe(500);
  });

  test('credit that ends before the next chunk stops the reader', () => {
    const sent = { ...at, readBytes: 1000, sentBytes: 1000 };
    expect(nextReadBytes(chunked, { ...sent, creditBytes: 1000 })).toBe(0);
    expect(nextReadBytes(chunked, { ...sent, creditBytes: 1001 })).toBe(1000);
  });

  test('never holds more chunks than one and those ahead, and always comes to the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(4),
        fc.nat(40_000),
        fc.infiniteStream(fc.integer({ min: 200, max: 3000 })),
        (chunkBytes, readAheadChunks, sourceBytes, sends) => {
          let [readBytes, sentBytes, mostBytes] = [0, 0, 0];
          const rules = { bufferWhole: false, chunkBytes, readAheadChunks };
          for (const send of sends) {
            for (;;) {
              const now = { readBytes, sentBytes, sourceBytes, creditBytes: sourceBytes };
              const next = nextReadBytes(rules, now);
              if (next === 0) break;
              readBytes += next;
            }
            const goneBytes = Math.floor(sentBytes / chunkBytes) * chunkBytes;
            mostBytes = Math.max(mostBytes, readBytes - goneBytes);
            sentBytes = Math.min(readBytes, sentBytes + send);
            if (sentBytes === sourceBytes) break;
          }
          expect(sentBytes).toBe(sourceBytes);
          expect(mostBytes).toBe(Math.min(sourceBytes, (1 + readAheadChunks) * chunkBytes));
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
