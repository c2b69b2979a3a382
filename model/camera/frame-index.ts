import type { IndexPoint } from '../media/types';

/** So many of the newest pictures are known one by one: two minutes at 30 a second. */
const NEWEST = 3600;

/** Older ones are let go in lots of this many, of which the key frames stay. */
const LOT = 600;

/** The most key frames that are kept of what is older: more than three hours of them. */
const MOST_KEYS = 6000;

/**
 * Lets go of pictures that are no longer told one by one, in the array itself, which grows under the same name: of
 * the oldest the key frames stay, and of very many of those every other one.
 */
export function thinFrames(index: IndexPoint[]): void {
  const old = index.length - NEWEST;
  const lot = index.slice(Math.max(1, old - LOT), Math.max(1, old - LOT + 2));
  // Two pictures side by side are key frames only where those between have been let go.
  if (lot.length > 0 && old > LOT && !lot.every(({ key }) => key)) {
    const kept = index.slice(0, old).filter(({ key }, i) => i === 0 || key);
    index.splice(0, old, ...kept);
  }
  if (index.length > NEWEST + LOT + MOST_KEYS) {
    const keys = index.slice(0, MOST_KEYS);
    index.splice(0, MOST_KEYS, ...keys.filter((_key, i) => i % 2 === 0));
  }
}

/** A picture of a live source as the map of bytes and seconds has it: where it begins and ends. */
export interface IndexedFrame {
  fromBytes: number;
  toBytes: number;
  endS: number;
  key: boolean;
}

/** The pictures that end behind `from` and not behind `to`, by bytes or by seconds, ascending. */
export function framesIn(
  index: readonly IndexPoint[],
  ruler: 'bytes' | 'seconds',
  from: number,
  to: number,
): IndexedFrame[] {
  const frames: IndexedFrame[] = [];
  for (let i = Math.max(1, firstBehind(index, ruler, from)); i < index.length; i += 1) {
    const [before, point] = [index[i - 1], index[i]];
    if (!before || !point || point[ruler] > to) break;
    frames.push(frameOf(before, point));
  }
  return frames;
}

/** The picture that holds a byte: the first that ends behind it; null where none is known. */
export function frameAtByte(index: readonly IndexPoint[], byte: number): IndexedFrame | null {
  const i = Math.max(1, firstBehind(index, 'bytes', byte));
  const [before, point] = [index[i - 1], index[i]];
  return before && point ? frameOf(before, point) : null;
}

function frameOf(before: IndexPoint, { bytes, seconds, key }: IndexPoint): IndexedFrame {
  return { fromBytes: before.bytes, toBytes: bytes, endS: seconds, key: key === true };
}

/** Index of the first point whose ruler reads more than `value`; the length when none does. */
function firstBehind(
  index: readonly IndexPoint[],
  ruler: 'bytes' | 'seconds',
  value: number,
): number {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index[middle]?.[ruler] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
