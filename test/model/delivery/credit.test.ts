import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditLimit } from '../../../model/delivery/credit';

test('credit is what was played and what may lie ahead, within the source', () => {
  expect(creditLimit({ maxBufferBytes: 2000 }, 0, 10_000)).toBe(2000);
  expect(creditLimit({ maxBufferBytes: 2000 }, 1234.9, 10_000)).toBe(3234);
  expect(creditLimit({ maxBufferBytes: 2000 }, 9000, 10_000)).toBe(10_000);
  expect(creditLimit({ maxBufferBytes: Infinity }, 0, 10_000)).toBe(10_000);
  expect(creditLimit({ maxBufferBytes: Infinity }, 0, 0)).toBe(0);
});

test('credit never falls while played grows, and is a whole number of bytes', () => {
  const played = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }));
  fc.assert(
    fc.property(played, fc.nat(1e8), (moments, maxBufferBytes) => {
      let before = 0;
      for (const playedBytes of moments.sort((a, b) => a - b)) {
        const credit = creditLimit({ maxBufferBytes }, playedBytes, 1e9);
        expect(Number.isInteger(credit)).toBe(true);
        expect(credit).toBeGreaterThanOrEqual(before);
        expect(credit).toBeLessThanOrEqual(playedBytes + maxBufferBytes + 0.001);
        before = credit;
      }
    }),
  );
});
