import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fills, PITCH } from '../../../renderer/apparatus/tank';

const area = (tiles: number, cols: number, fromTop: boolean) =>
  fills(tiles, cols, fromTop).reduce((sum, r) => sum + r.width * r.height, 0) / PITCH ** 2;

describe('tiles in a tank', () => {
  it('covers exactly as many tiles as are held', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 150, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        (tiles, cols, fromTop) => {
          expect(area(tiles, cols, fromTop)).toBeCloseTo(Math.min(tiles, cols * 10), 5);
        },
      ),
    );
  });

  it('fills a tank from the bottom and a file from the top', () => {
    expect(fills(32, 10, false)).toEqual([
      { x: 0, y: 84, width: 120, height: 36 },
      { x: 0, y: 72, width: 24, height: 12 },
      { x: 24, y: 72, width: 0, height: 12 },
    ]);
    expect(fills(12.5, 10, true)).toEqual([
      { x: 0, y: 0, width: 120, height: 12 },
      { x: 0, y: 12, width: 24, height: 12 },
      { x: 24, y: 12, width: 6, height: 12 },
    ]);
  });
});
