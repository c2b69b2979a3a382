import { ownValue } from './own-value';

/** A quantity that cannot be read; the message is one sentence: what was found and what is expected. */
export class UnitError extends Error {
  override name = 'UnitError';
}

/** Bytes per unit of size, in the order in which a person would choose them. */
const SIZES = { MB: 1e6, MiB: 1024 * 1024, kB: 1000, KiB: 1024, B: 1 } as const;
/** Milliseconds per unit of time. */
const TIMES = { s: 1000, ms: 1 } as const;
/** Bytes per second per unit of rate. */
const RATES = Object.fromEntries(Object.entries(SIZES).map(([unit, size]) => [`${unit}/s`, size]));
/** Bits are read, as networks are sold in them, but never written: all else here counts bytes. */
const BIT_RATES = { 'bit/s': 1 / 8, 'kbit/s': 1e3 / 8, 'Mbit/s': 1e6 / 8, 'Gbit/s': 1e9 / 8 };

/** Whole bytes in a text such as "1MB" or "2.5 KiB"; throws UnitError. */
export function parseBytes(text: string): number {
  return Math.round(parse(text, SIZES, 'a size such as 1MB (B, kB, MB, KiB or MiB)'));
}

/** Bytes per second in a text such as "1.3MB/s" or "8Mbit/s"; throws UnitError. */
export function parseRate(text: string): number {
  const expected = 'a rate such as 1.3MB/s (B/s, kB/s, MB/s, KiB/s, MiB/s or Mbit/s)';
  return parse(text, { ...RATES, ...BIT_RATES }, expected);
}

/** Milliseconds in a text such as "60s" or "80ms"; throws UnitError. */
export function parseDurationMs(text: string): number {
  return parse(text, TIMES, 'a time such as 60s or 80ms');
}

/** Bytes as the shortest text that parseBytes reads back as the same number, such as "1 MB". */
export function formatBytes(bytes: number): string {
  return format(bytes, SIZES, 'B');
}

/** Bytes per second as the shortest text that parseRate reads back as the same number. */
export function formatRate(bytesPerSecond: number): string {
  return format(bytesPerSecond, RATES, 'B/s');
}

/** Milliseconds as the shortest text that parseDurationMs reads back as the same number. */
export function formatDurationMs(ms: number): string {
  return format(ms, TIMES, 'ms');
}

function parse(text: string, units: Readonly<Record<string, number>>, expected: string): number {
  const found = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([A-Za-z/]*)\s*$/.exec(text);
  const size = found ? ownValue(units, found[2] ?? '') : undefined;
  if (!found || size === undefined) {
    throw new UnitError(`"${text}" is not ${expected}.`);
  }
  const value = Number(found[1]) * size;
  if (value > Number.MAX_SAFE_INTEGER) {
    throw new UnitError(`"${text}" is larger than can be counted; give ${expected}.`);
  }
  return value;
}

function format(value: number, units: Readonly<Record<string, number>>, smallest: string): string {
  let best = `${value} ${smallest}`;
  for (const [unit, size] of Object.entries(units)) {
    const number = String(value / size);
    const text = `${number} ${unit}`;
    // A short exact text wins; an exponent is never read back.
    if (Number(number) * size === value && text.length < best.length && !number.includes('e')) {
      best = text;
    }
  }
  return best;
}
