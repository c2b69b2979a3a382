import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allWorks,
  CHECK_LINES,
  clockFinding,
  countStates,
  diskFinding,
  displayFinding,
  finding,
  memoryFinding,
  MEMORY_NEEDED,
  type CheckedLine,
} from '../../../model/check/check';

const lines = (state: (i: number) => CheckedLine['state']): CheckedLine[] =>
  CHECK_LINES.map((line, i) => ({ line, tookMs: 1, ...finding(state(i), 'works') }));

describe('allWorks', () => {
  it('holds when every line is there and none is broken', () => {
    expect(allWorks(lines(() => 'right'))).toBe(true);
    expect(allWorks(lines((i) => (i % 2 ? 'usable' : 'right')))).toBe(true);
  });

  it('does not hold with any one line broken or missing', () => {
    for (const at of CHECK_LINES.keys()) {
      expect(allWorks(lines((i) => (i === at ? 'broken' : 'right')))).toBe(false);
      expect(allWorks(lines(() => 'right').toSpliced(at, 1))).toBe(false);
    }
  });

  it('counts every line once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('right', 'usable', 'broken' as const)), (states) => {
        const counts = countStates(states.map((state) => finding(state, 'works')));
        expect(counts.right + counts.usable + counts.broken).toBe(states.length);
        expect(counts.broken).toBe(states.filter((state) => state === 'broken').length);
      }),
    );
  });
});

describe('the clock', () => {
  it('is steady with the smallest step between its readings', () => {
    expect(clockFinding([0, 0, 0.1, 0.1, 0.5, 0.7])).toEqual(
      finding('right', 'steady', { step: 0.1 }),
    );
  });

  it('is broken where it goes back, however little, or stands', () => {
    expect(clockFinding([5, 6, 5.9])).toMatchObject({ state: 'broken', found: 'back' });
    expect(clockFinding([5, 5, 5])).toEqual(finding('broken', 'stands'));
    expect(clockFinding([])).toEqual(finding('broken', 'stands'));
  });

  it('is coarse where no step is below 5 ms', () => {
    expect(clockFinding([0, 16, 32])).toEqual(finding('usable', 'coarse', { step: 20 }));
  });
});

describe('the screen', () => {
  const screen = { width: 1280, height: 800, scaling: 1, fps: 60 };

  it('fits from 1280 x 800 on', () => {
    expect(displayFinding(screen)).toMatchObject({ state: 'right', found: 'fits' });
    expect(displayFinding({ ...screen, width: 1279 })).toMatchObject({ found: 'small' });
    expect(displayFinding({ ...screen, height: 799 })).toMatchObject({ found: 'small' });
  });

  it('tells its scaling in percent, and few pictures a second', () => {
    const slow = displayFinding({ ...screen, scaling: 1.25, fps: 23.6 });
    expect(slow).toEqual(
      finding('usable', 'slow', { width: 1280, height: 800, scaling: 125, fps: 24 }),
    );
  });
});

describe('room', () => {
  it('on the disk is enough from 1 GB on, and too little below 100 MB', () => {
    expect(diskFinding(1e9, {}).state).toBe('right');
    expect(diskFinding(1e9 - 1, {}).state).toBe('usable');
    expect(diskFinding(100e6 - 1, {}).state).toBe('broken');
  });

  it('in memory is enough for three lanes', () => {
    expect(memoryFinding(MEMORY_NEEDED, {}).state).toBe('right');
    expect(memoryFinding(MEMORY_NEEDED - 1, {}).state).toBe('usable');
    expect(memoryFinding(MEMORY_NEEDED / 4, {}).state).toBe('broken');
  });
});
