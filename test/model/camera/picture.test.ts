import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addTurns,
  DEFAULT_PICTURE,
  evenSize,
  MAX_PICTURE,
  nearestPicture,
  offeredPictures,
  pictureWishSchema,
  TURNS,
  turnedSize,
} from '../../../model/camera/picture';

const range = (max: number) =>
  fc.option(
    fc
      .tuple(fc.integer({ min: 1, max }), fc.integer({ min: 1, max }))
      .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
    { nil: undefined },
  );
const ranges = fc.record({ width: range(4000), height: range(3000), frameRate: range(120) });
const wish = fc.record({
  width: fc.integer({ min: 160, max: 1280 }),
  height: fc.integer({ min: 90, max: 720 }),
  perSecond: fc.integer({ min: 1, max: 60 }),
  turn: fc.constantFrom(...TURNS),
});

describe('what a camera is asked for', () => {
  it('is offered within its ranges, and never larger than is recorded', () => {
    fc.assert(
      fc.property(ranges, (has) => {
        const { sizes, rates } = offeredPictures(has);
        for (const { width, height } of sizes) {
          expect(width).toBeLessThanOrEqual(
            Math.min(MAX_PICTURE.width, has.width?.max ?? Infinity),
          );
          expect(height).toBeLessThanOrEqual(
            Math.min(MAX_PICTURE.height, has.height?.max ?? Infinity),
          );
          expect(width).toBeGreaterThanOrEqual(has.width?.min ?? 0);
          expect(height).toBeGreaterThanOrEqual(has.height?.min ?? 0);
        }
        expect(rates.length).toBeGreaterThan(0);
        for (const rate of rates) {
          expect(rate).toBeLessThanOrEqual((has.frameRate?.max ?? 60) + 0.5);
        }
      }),
    );
  });

  it('has what a usual camera says: every usual size to its largest, 29.97 taken as 30', () => {
    const offered = offeredPictures({
      width: { min: 1, max: 1280 },
      height: { min: 1, max: 720 },
      frameRate: { min: 1, max: 29.97 },
    });
    expect(offered.sizes).toContainEqual({ width: 640, height: 360 });
    expect(offered.sizes).toContainEqual({ width: 1280, height: 720 });
    expect(offered.rates).toEqual([5, 10, 15, 20, 24, 25, 30]);
    const odd = offeredPictures({
      width: { max: 1000 },
      height: { max: 700 },
      frameRate: { max: 3 },
    });
    expect(odd.sizes.at(-1)).toEqual({ width: 1000, height: 700 });
    expect(odd.rates).toEqual([3]);
  });

  it('is the nearest of what is offered: the wish itself where it is there, and a valid wish always', () => {
    fc.assert(
      fc.property(ranges, wish, (has, wished) => {
        const offered = offeredPictures(has);
        const near = nearestPicture(wished, offered);
        expect(pictureWishSchema.safeParse(near).success).toBe(true);
        expect(near.turn).toBe(wished.turn);
        const off = ({ width, height }: { width: number; height: number }): number =>
          Math.abs(width - wished.width) + Math.abs(height - wished.height);
        for (const size of offered.sizes) expect(off(near)).toBeLessThanOrEqual(off(size));
        for (const rate of offered.rates) {
          expect(Math.abs(near.perSecond - wished.perSecond)).toBeLessThanOrEqual(
            Math.abs(rate - wished.perSecond),
          );
        }
      }),
    );
    expect(nearestPicture(DEFAULT_PICTURE, offeredPictures({}))).toEqual(DEFAULT_PICTURE);
  });
});

describe('a turned picture', () => {
  it('has its edges changed over by a quarter, and is itself after four', () => {
    const size = { width: 1280, height: 720 };
    expect(turnedSize(size, 90)).toEqual({ width: 720, height: 1280 });
    expect(turnedSize(size, 180)).toEqual(size);
    fc.assert(
      fc.property(fc.constantFrom(...TURNS), fc.constantFrom(...TURNS), (a, b) => {
        expect(addTurns(a, b)).toBe(addTurns(b, a));
        expect(turnedSize(turnedSize(size, a), b)).toEqual(turnedSize(size, addTurns(a, b)));
        expect([a, a, a, a].reduce<number>((sum, each) => addTurns(sum, each), 0)).toBe(0);
      }),
    );
  });

  it('is captured in whole blocks of two', () => {
    expect(evenSize({ width: 641, height: 361 })).toEqual({ width: 640, height: 360 });
    expect(evenSize({ width: 1, height: 2 })).toEqual({ width: 2, height: 2 });
  });
});
