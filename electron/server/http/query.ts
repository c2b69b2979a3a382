import { parseBytes, parseDurationMs, parseRate } from '../../../model/units';
import { say } from '../../words';
import { Refused } from './refused';

/** Bounds of a value, both included. */
export interface Bounds {
  least: number;
  most: number;
}

/** A whole number, or the fallback when it is not asked for; throws Refused 400. */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  bounds: Bounds,
  fallback: number,
): number {
  return value(query, name, bounds, fallback, plain);
}

/** Bytes, as "1024" or "64KiB"; throws Refused 400. */
export function bytes(
  query: URLSearchParams,
  name: string,
  bounds: Bounds,
  fallback: number,
): number {
  return value(query, name, bounds, fallback, plainOr(parseBytes));
}

/** Milliseconds, as "20" or "0.5s"; throws Refused 400. */
export function durationMs(
  query: URLSearchParams,
  name: string,
  bounds: Bounds,
  fallback: number,
): number {
  return value(query, name, bounds, fallback, plainOr(parseDurationMs));
}

/** Bytes per second, as "20000" or "20kB/s"; Infinity when it is not asked for; throws Refused 400. */
export function rate(query: URLSearchParams, name: string, bounds: Bounds): number {
  return value(query, name, bounds, Infinity, plainOr(parseRate));
}

/** One of a few words, the first when it is not asked for; throws Refused 400. */
export function oneOf<T extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly [T, ...T[]],
): T {
  const asked = query.get(name);
  if (asked === null) return words[0];
  const word = words.find((each) => each === asked);
  if (word !== undefined) return word;
  throw new Refused(
    400,
    say('serve.refused.word', { name, words: words.join(', '), asked: shortened(asked) }),
  );
}

function value(
  query: URLSearchParams,
  name: string,
  { least, most }: Bounds,
  fallback: number,
  read: (text: string) => number,
): number {
  const asked = query.get(name);
  if (asked === null) return fallback;
  let number = NaN;
  try {
    number = read(asked);
  } catch {
    // Not a quantity: refused below like one that is out of bounds.
  }
  if (number >= least && number <= most) return number;
  const gaps = { name, least, most, asked: shortened(asked) };
  throw new Refused(400, say('serve.refused.number', gaps));
}

function plain(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : NaN;
}

function plainOr(parse: (text: string) => number): (text: string) => number {
  return (text) => (/^\d+$/.test(text) ? plain(text) : parse(text));
}

/** What was asked, never longer than a sentence bears. */
function shortened(asked: string): string {
  return asked.length > 40 ? `${asked.slice(0, 40)}…` : asked;
}
