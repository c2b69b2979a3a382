import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebmExcerpt } from '../../../model/camera/webm-excerpt';
import { WebmPieces } from '../../../model/camera/webm-pieces';

const HEAD = [
  ...[0x1a, 0x45, 0xdf, 0xa3, 0x82, 1, 2],
  // A segment whose end is not known, as live ones are, and its tracks.
  ...[0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  ...[0x16, 0x54, 0xae, 0x6b, 0x83, 7, 8, 9],
];
const cluster = (ms: number, ...blocks: number[][]): number[] => [
  ...[0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  ...[0xe7, 0x82, ms >> 8, ms & 255],
  ...blocks.flat(),
];
const block = (...content: number[]): number[] => [0xa3, 0x80 | content.length, ...content];
/** A block in a group, whose content begins like a cluster: it is none. */
const group = (): number[] => [0xa0, 0x84, 0x1f, 0x43, 0xb6, 0x75];

const FIRST = cluster(300, block(1, 2), group());
const SECOND = cluster(1300, block(3), block(4, 5, 6));
const THIRD = cluster(2400, group(), block(7));
const ALL = [...HEAD, ...FIRST, ...SECOND, ...THIRD];

/** Pushes in slices of any cut and begins before the byte at `from`; the bytes that were given. */
function excerpt(from: number, cuts: readonly number[], to = ALL.length): number[] {
  const made = new WebmExcerpt();
  const given: number[] = [];
  const ends = [...new Set([...cuts, from, to])].filter((at) => at <= to).sort((a, b) => a - b);
  let at = 0;
  for (const end of ends) {
    if (at >= from && given.length === 0) made.begin();
    given.push(...made.push(Uint8Array.from(ALL.slice(at, end))));
    at = end;
  }
  return given;
}

const cuts = fc.array(fc.integer({ min: 0, max: ALL.length }));

describe('WebmExcerpt', () => {
  it('is the whole recording, counted from 0, when it is wanted from the beginning', () => {
    fc.assert(
      fc.property(cuts, (at) => {
        const whole = [
          ...HEAD,
          ...cluster(0, block(1, 2), group()),
          ...cluster(1000, block(3), block(4, 5, 6)),
          ...cluster(2100, group(), block(7)),
        ];
        expect(excerpt(0, at)).toEqual(whole);
      }),
    );
  });

  it('begins with the head and the next cluster when it is wanted in the middle', () => {
    const middle = HEAD.length + FIRST.length - 3;
    const rest = [
      ...HEAD,
      ...cluster(0, block(3), block(4, 5, 6)),
      ...cluster(1100, group(), block(7)),
    ];
    fc.assert(
      fc.property(cuts, (at) => {
        expect(excerpt(middle, at)).toEqual(rest);
      }),
    );
  });

  it('ends with a whole piece wherever the recording is left off', () => {
    fc.assert(
      fc.property(cuts, fc.integer({ min: 0, max: ALL.length }), (at, to) => {
        const given = Uint8Array.from(excerpt(0, at, to));
        const pieces = new WebmPieces().push(given);
        expect(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(given.length);
        expect(given.length).toBeLessThanOrEqual(to);
      }),
    );
  });

  it('may begin and end several times in one recording', () => {
    const made = new WebmExcerpt();
    const push = (part: number[]) => [...made.push(Uint8Array.from(part))];
    made.begin();
    expect(push([...HEAD, ...FIRST])).toEqual([...HEAD, ...cluster(0, block(1, 2), group())]);
    made.end();
    expect(push(SECOND)).toEqual([]);
    made.begin();
    expect(push(THIRD)).toEqual([...HEAD, ...cluster(0, group(), block(7))]);
  });

  it('says that what it is given is no WebM, instead of keeping it for ever', () => {
    const made = new WebmExcerpt();
    expect(() => made.push(new Uint8Array(64))).toThrow(/no WebM/);
  });
});
