import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handGrid } from '../../../renderer/link-editor/freehand';
import { Drawing, dragged, handleName, handleOf } from '../../../renderer/link-editor/drag-handle';
import { nudged } from '../../../renderer/link-editor/selection-keys';
import { headroom, plotScale } from '../../../renderer/link-editor/plot-scale';
import { addOutage } from '../../../renderer/link-editor/outage-edits';
import { addStep } from '../../../renderer/link-editor/step-edits';
import { panned, showing, zoomed } from '../../../renderer/link-editor/view';
import { PLAIN } from './arbitrary';

const grain = { ms: 100, rate: 100_000 };
const two = addOutage(addStep(PLAIN, 20_000, 2e6), 40_000);
const at = (tMs: number, rate: number) => ({ tMs, rate });

describe('the hand', () => {
  it('drags levels, starts, outages and their edges, on the grain', () => {
    const drag = (name: string, ms: number, rate: number) =>
      dragged(two, handleOf(name) ?? { kind: 'level', index: 9 }, at(0, 0), at(ms, rate), grain);
    expect(drag('level:0', 9000, 249_000).steps[0]?.rate).toBe(1_500_000);
    expect(drag('level:0', 0, -9e6).steps[0]?.rate).toBe(0);
    expect(drag('start:1', 1234, 5e6).steps[1]).toEqual({ fromMs: 21_200, rate: 2e6 });
    expect(drag('outage:0', -4000, 0).outages).toEqual([{ fromMs: 35_000, toMs: 37_000 }]);
    expect(drag('outage-from:0', -4000, 0).outages[0]?.fromMs).toBe(35_000);
    expect(drag('outage-to:0', 99_000, 0).outages[0]?.toMs).toBe(60_000);
    expect(drag('level:5', 0, 1e6)).toBe(two);
  });

  it('names what it holds', () => {
    expect(handleOf(handleName({ kind: 'outage-to', index: 12 }))).toEqual({
      kind: 'outage-to',
      index: 12,
    });
    expect(handleOf('level')?.index).toBeNaN();
    expect(handleOf('other:1')).toBeNull();
    expect(handleOf(undefined)).toBeNull();
  });

  it('draws half-second steps, and outages under it give way', () => {
    const drawing = new Drawing(two, at(38_000, 1e6));
    drawing.to(at(39_400, 1e6), grain);
    const drawn = drawing.to(at(40_400, 500_000), grain);
    expect(drawn.steps).toEqual([
      { fromMs: 0, rate: 1_300_000 },
      { fromMs: 20_000, rate: 2_000_000 },
      { fromMs: 38_000, rate: 1_000_000 },
      { fromMs: 39_500, rate: 800_000 },
      { fromMs: 40_000, rate: 500_000 },
      { fromMs: 40_500, rate: 2_000_000 },
    ]);
    expect(drawn.outages).toEqual([{ fromMs: 40_500, toMs: 41_000 }]);
  });

  it('has at most 240 cells on any length', () => {
    for (const ms of [1000, 60_000, 120_001, 3_600_000, 86_400_000]) {
      expect(ms / handGrid(ms)).toBeLessThanOrEqual(240.0001);
    }
  });
});

describe('arrows', () => {
  it('change level and start of a step, place and length of an outage', () => {
    const step = { kind: 'step', index: 1 } as const;
    const outage = { kind: 'outage', index: 0 } as const;
    expect(nudged(two, step, { time: 0, up: 1 }, grain).steps[1]?.rate).toBe(2_100_000);
    expect(nudged(two, step, { time: -1, up: 0 }, grain).steps[1]?.fromMs).toBe(19_900);
    expect(nudged(two, outage, { time: 1, up: 0 }, grain).outages).toEqual([
      { fromMs: 39_100, toMs: 41_100 },
    ]);
    expect(nudged(two, outage, { time: 0, up: -1 }, grain).outages[0]?.toMs).toBe(40_900);
    expect(nudged(two, { kind: 'step', index: 7 }, { time: 0, up: 1 }, grain)).toBe(two);
  });
});

describe('the drawing', () => {
  it('maps moments and rates to px and back', () => {
    const view = { fromMs: 5000, toMs: 65_000 };
    const scale = plotScale({ width: 900, height: 500, scale: 1 }, view, headroom(1.3e6));
    expect(scale.plot.yAxis.end).toBe(2);
    expect(scale.grain).toEqual({ ms: 100, rate: 100_000 });
    fc.assert(
      fc.property(
        fc.double({ min: 5000, max: 65_000, noNaN: true }),
        fc.double({ min: 0, max: 2e6, noNaN: true }),
        (ms, rate) => {
          expect(scale.msAt(scale.x(ms))).toBeCloseTo(ms, 6);
          expect(scale.rateAt(scale.y(rate))).toBeCloseTo(rate, 3);
        },
      ),
    );
    expect(scale.msAt(-99)).toBe(5000);
    expect(scale.rateAt(9999)).toBe(0);
  });

  it('zooms around a moment, pans inside, and shows what has the focus', () => {
    const all = { fromMs: 0, toMs: 60_000 };
    expect(zoomed(all, 60_000, 0.5, 30_000)).toEqual({ fromMs: 15_000, toMs: 45_000 });
    expect(zoomed(all, 60_000, 0.5, 0)).toEqual({ fromMs: 0, toMs: 30_000 });
    expect(zoomed({ fromMs: 0, toMs: 40_000 }, 60_000, 2, 0)).toBeNull();
    expect(panned({ fromMs: 0, toMs: 20_000 }, 60_000, 99_000)).toEqual({
      fromMs: 40_000,
      toMs: 60_000,
    });
    const view = { fromMs: 10_000, toMs: 20_000 };
    expect(showing(view, 60_000, 12_000, 15_000)).toBe(view);
    expect(showing(view, 60_000, 18_000, 25_000)).toEqual({ fromMs: 15_000, toMs: 25_000 });
    expect(showing(view, 60_000, 30_000, 55_000)).toEqual({ fromMs: 30_000, toMs: 40_000 });
    expect(showing(view, 60_000, 3000, 12_000)).toEqual({ fromMs: 3000, toMs: 13_000 });
  });
});
