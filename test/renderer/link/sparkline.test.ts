import { describe, expect, it } from 'vitest';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { sparkline } from '../../../renderer/link/sparkline';

const dense = createLink(
  parseLinkSpec(
    `steps:${Array.from({ length: 5000 }, (_, i) => `${i / 100}=${i % 2 === 0 ? '2MB/s' : '0'}`).join(',')};repeat=50s`,
  ),
  1,
);

describe('sparkLine', () => {
  it('is the exact curve of a link of a few steps, up to now', () => {
    const link = createLink(parseLinkSpec('dropouts:1.3MB/s@12-17'), 1);
    const line = sparkline(link, [], 15_000, 40, 250);
    expect(line).toEqual({
      comes: false,
      columns: [],
      steps: [
        { t: 0, rate: 1.3 },
        { t: 12, rate: 0 },
        { t: 15, rate: 0 },
      ],
    });
  });

  it('is what comes, to the end of the axis, before the start', () => {
    const link = createLink(parseLinkSpec('dropouts:1.3MB/s@12-17'), 1);
    const line = sparkline(link, [], 0, 40, 250);
    expect(line.comes).toBe(true);
    expect(line.steps.at(-1)).toEqual({ t: 40, rate: 1.3 });
  });

  it('is means with their lowest and highest where there are thousands of steps', () => {
    const line = sparkline(dense, [], 30_000, 40, 200);
    expect(line.columns.length).toBeLessThan(140);
    for (const { min, max, mean } of line.columns) {
      expect([min, max]).toEqual([0, 2e6]);
      expect(Math.abs(mean - 1e6)).toBeLessThan(1e5);
    }
    expect(line.steps.at(-1)?.t).toBe(30);
  });

  it('falls to nothing where the hand cut a dense curve', () => {
    const cut = [{ fromMs: 10_000, toMs: 20_000, byHand: true }];
    const line = sparkline(dense, cut, 30_000, 40, 200);
    const rateAt = (s: number) => line.steps.findLast(({ t }) => t <= s)?.rate ?? NaN;
    expect(rateAt(15)).toBe(0);
    expect(rateAt(5)).toBeGreaterThan(0.9);
    expect(rateAt(25)).toBeGreaterThan(0.9);
  });
});
