import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatDurationMs,
  formatRate,
  parseBytes,
  parseDurationMs,
  parseRate,
  UnitError,
} from '../../model/units';

describe('sizes', () => {
  test.each([
    ['0B', 0],
    ['1MB', 1_000_000],
    ['1kB', 1000],
    ['1KiB', 1024],
    ['16MiB', 16_777_216],
    ['2.5 MB', 2_500_000],
    ['.5kB', 500],
    [' 7 B ', 7],
    ['0.3333kB', 333],
    ['1.1MB', 1_100_000],
  ])('%s is %d bytes', (text, bytes) => expect(parseBytes(text)).toBe(bytes));

  test.each(['', '1', 'MB', '-1MB', '1e6B', '1mb', '1KB', '1.MB', '1 M B', '1MB/s', 'NaN', '٣MB'])(
    '"%s" is refused with a sentence that names it',
    (text) => {
      expect(() => parseBytes(text)).toThrow(UnitError);
      expect(() => parseBytes(text)).toThrow(
        `"${text}" is not a size such as 1MB (B, kB, MB, KiB or MiB).`,
      );
    },
  );

  test('a size beyond exact counting is refused', () => {
    expect(() => parseBytes('99999999999MB')).toThrow(/larger than can be counted/);
  });

  test.each([
    [0, '0 B'],
    [1_000_000, '1 MB'],
    [20_000_000, '20 MB'],
    [1024, '1 KiB'],
    [16_777_216, '16 MiB'],
    [10_500_000, '10.5 MB'],
    [500_000, '0.5 MB'],
    [65_536, '64 KiB'],
    [1001, '1001 B'],
  ])('%d bytes are written %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  test('what is written reads back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (bytes) => {
        expect(parseBytes(formatBytes(bytes))).toBe(bytes);
      }),
    );
  });
});

describe('rates', () => {
  test('are bytes per second and may have parts of a byte', () => {
    expect(parseRate('1.3MB/s')).toBe(1_300_000);
    expect(parseRate('0.5 B/s')).toBe(0.5);
    expect(formatRate(1_300_000)).toBe('1.3 MB/s');
    expect(() => parseRate('1.3MB')).toThrow(/^"1.3MB" is not a rate such as 1.3MB\/s/);
  });

  test('what is written reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e12, noNaN: true }), (rate) => {
        expect(parseRate(formatRate(rate))).toBe(rate);
      }),
    );
  });
});

describe('a unit that every object inherits', () => {
  test.each(['valueOf', 'constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    '"1%s" is no quantity',
    (unit) => {
      for (const parse of [parseBytes, parseRate, parseDurationMs]) {
        expect(() => parse(`1${unit}`)).toThrow(UnitError);
      }
    },
  );
});

describe('times', () => {
  test('are milliseconds', () => {
    expect(parseDurationMs('60s')).toBe(60_000);
    expect(parseDurationMs('80ms')).toBe(80);
    expect(parseDurationMs('0.08 s')).toBe(80);
    expect(formatDurationMs(80)).toBe('80 ms');
    expect(formatDurationMs(60_000)).toBe('60 s');
    expect(() => parseDurationMs('5min')).toThrow('"5min" is not a time such as 60s or 80ms.');
  });

  test('what is written reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (ms) => {
        expect(parseDurationMs(formatDurationMs(ms))).toBe(ms);
      }),
    );
  });
});
