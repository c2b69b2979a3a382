import { describe, expect, it } from 'vitest';
import { IndexSteps } from '../../../../electron/media/index/index-steps';

describe('the index of steps', () => {
  it('is playable up to the shorter track, and to the end of the longer one in the end', () => {
    const steps = new IndexSteps();
    steps.add(100, [
      { track: 1, from: 0, to: 1 },
      { track: 2, from: 0, to: 0.9 },
    ]);
    steps.add(200, [
      { track: 1, from: 1, to: 2 },
      { track: 2, from: 0.9, to: 1.8 },
    ]);
    expect(steps.finish(250)).toEqual({
      points: [
        { bytes: 0, seconds: 0 },
        { bytes: 100, seconds: 0.9 },
        { bytes: 200, seconds: 1.8 },
        { bytes: 250, seconds: 2 },
      ],
      ...{ durationS: 2, firstS: 0, startS: 0, largestGapS: 0, fallsBack: false },
    });
  });

  it('waits for the track that comes later in the file', () => {
    const steps = new IndexSteps();
    steps.add(100, [{ track: 1, from: 0, to: 1 }]);
    steps.add(200, [{ track: 2, from: 0, to: 1 }]);
    steps.add(300, [{ track: 1, from: 1, to: 2 }]);
    steps.add(400, [{ track: 2, from: 1, to: 2 }]);
    expect(steps.finish(400)?.points).toEqual([
      { bytes: 0, seconds: 0 },
      { bytes: 200, seconds: 1 },
      { bytes: 400, seconds: 2 },
    ]);
  });

  it('does not promise frames that still wait for earlier ones', () => {
    const steps = new IndexSteps();
    steps.add(100, [{ track: 1, from: 0, to: 1.08 }]);
    steps.add(200, [{ track: 1, from: 0.92, to: 2 }]);
    expect(steps.finish(200)?.points[1]).toEqual({ bytes: 100, seconds: 0.92 });
  });

  it('tells a late start and a gap', () => {
    const steps = new IndexSteps();
    steps.add(100, [{ track: 1, from: 0.25, to: 1 }]);
    steps.add(200, [{ track: 1, from: 1.5, to: 2 }]);
    expect(steps.finish(200)).toMatchObject({ startS: 0.25, largestGapS: 0.5 });
  });

  it('tells times that fall back, and not frames out of order', () => {
    const steps = new IndexSteps();
    steps.add(100, [{ track: 1, from: 0, to: 1.08 }]);
    steps.add(200, [{ track: 1, from: 0.92, to: 1.04 }]);
    expect(steps.finish(200)?.fallsBack).toBe(false);
    steps.add(300, [{ track: 1, from: 0, to: 0.5 }]);
    expect(steps.finish(300)?.fallsBack).toBe(true);
  });

  it('joins steps of single frames', () => {
    const steps = new IndexSteps();
    for (let i = 0; i < 250; i += 1) {
      steps.add((i + 1) * 10, [{ track: 1, from: i / 200, to: (i + 1) / 200 }]);
    }
    const points = steps.finish(2500)?.points ?? [];
    expect(points.length).toBeLessThan(100);
    expect(points.every(({ bytes, seconds }) => Math.abs(bytes / 2000 - seconds) < 1e-9)).toBe(
      true,
    );
  });

  it('keeps long files to a bounded number of points', () => {
    const steps = new IndexSteps();
    for (let i = 0; i < 50_000; i += 1) steps.add(i + 1, [{ track: 1, from: i, to: i + 1 }]);
    const points = steps.finish(50_000)?.points ?? [];
    expect(points.length).toBeLessThan(12_010);
    expect(points.at(-1)).toEqual({ bytes: 50_000, seconds: 50_000 });
  });

  it('finds no media in no steps', () => {
    expect(new IndexSteps().finish(10)).toBeNull();
  });
});
