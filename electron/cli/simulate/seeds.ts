import { say } from '../../words';

/** Seeds in the order in which they are run, without a list of them: there may be a million. */
export interface Seeds {
  count: number;
  [Symbol.iterator](): Iterator<number>;
}

/** Reads seeds such as "7", "1-100" or "1,5,20-29"; throws an Error whose message says what is expected. */
export function readSeeds(text: string): Seeds {
  const ranges = text.split(',').map((part) => {
    const found = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(part);
    const first = Number(found?.[1]);
    const last = Number(found?.[2] ?? found?.[1]);
    if (!found || last < first) throw new Error(say('simulateCli.seeds', { text }));
    return { first, last };
  });
  return {
    count: ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    *[Symbol.iterator]() {
      for (const { first, last } of ranges) for (let seed = first; seed <= last; seed++) yield seed;
    },
  };
}
