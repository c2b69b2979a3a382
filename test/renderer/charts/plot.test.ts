import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOver, axisUntil } from '../../../renderer/charts/axes';
import { linePath, plotOf } from '../../../renderer/charts/plot';

const SIZE = { width: 800, height: 200, scale: 1.5 };
const ROOM = { left: 40, right: 20, top: 10, bottom: 20 };
const plot = plotOf(SIZE, ROOM, axisOver(10, 130, 6), axisUntil(80, 5));

describe('a plot', () => {
  it('leaves the room that its words need at their size', () => {
    expect([plot.left, plot.right, plot.top, plot.bottom]).toEqual([60, 770, 15, 170]);
    expect([plot.x(10), plot.x(130), plot.y(0), plot.y(80)]).toEqual([60, 770, 170, 15]);
  });

  it('leads from values to px and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 10, max: 130, noNaN: true }),
        fc.double({ min: 0, max: 80, noNaN: true }),
        (x, y) => {
          expect(plot.xAt(plot.x(x))).toBeCloseTo(x, 9);
          expect(plot.yAt(plot.y(y))).toBeCloseTo(y, 9);
        },
      ),
    );
  });

  it('holds what is pointed at inside, and draws what lies outside outside', () => {
    expect([plot.xAt(-50), plot.xAt(5000), plot.yAt(5000)]).toEqual([10, 130, 0]);
    expect([plot.xInside(0), plot.xInside(500)]).toEqual([60, 770]);
    expect(plot.x(0)).toBeLessThan(plot.left);
  });

  it('sets equal ratios equally far apart where it is asked to', () => {
    const ratios = plotOf(SIZE, ROOM, { from: 1, end: 100, ticks: [], log: true }, plot.yAxis);
    expect(ratios.x(10)).toBeCloseTo((ratios.left + ratios.right) / 2);
    expect(ratios.xAt(ratios.x(20))).toBeCloseTo(20);
  });

  it('is never turned round where there is no room for it', () => {
    const tiny = plotOf({ width: 10, height: 10, scale: 1 }, ROOM, plot.xAxis, plot.yAxis);
    expect(tiny.right).toBeGreaterThan(tiny.left);
    expect(tiny.bottom).toBeGreaterThan(tiny.top);
  });
});

describe('linePath', () => {
  const same = { x: (value: number) => value, y: (value: number) => value };

  it('runs through its points, a tenth of a px fine', () => {
    const points = [
      { t: 0, v: 1 },
      { t: 2, v: 3.25 },
    ];
    expect(linePath(same, points)).toBe('M0,1L2,3.3');
    expect(linePath(same, [])).toBe('');
  });
});
