import { describe, expect, it } from 'vitest';
import { SWEEP_AXES, type MinimumPrefetch, type SweepPoint } from '../../../../model/sweep/types';
import { findingOf } from '../../../../renderer/what-if/findings/finding';
import { noRun, point } from '../points';

const MB = 1e6;
const say = (
  axis: (typeof SWEEP_AXES)[number],
  points: readonly SweepPoint[],
  least: MinimumPrefetch | null = null,
  longerMs = 0,
): string => {
  const finding = findingOf({ axis, points, least, longerMs });
  return finding ? `${finding.lead} ${finding.rest}` : '';
};
const none = (reason: MinimumPrefetch['reason']): MinimumPrefetch => ({
  bytes: null,
  wholeBytes: null,
  startupDelayMs: null,
  reason,
});

describe('the finding along prefetch', () => {
  it('is silent without points', () => expect(say('prefetch', [])).toBe(''));

  it('names the trade and the sweet spot', () => {
    const text = say('prefetch', [
      point(1 * MB, 800, 4000),
      point(8 * MB, 6000, 0),
      point(9 * MB, 7000, 0),
    ]);
    expect(text).toBe(
      'More prefetch buys fewer stalls and costs a later start. Past the sweet spot you only pay.',
    );
  });

  it('does not speak of what lies past a sweet spot at the end', () => {
    const text = say('prefetch', [point(1 * MB, 800, 4000), point(8 * MB, 6000, 0)]);
    expect(text).toContain('Only 8 MB, the most here');
  });

  it('says that even the least is enough', () => {
    expect(say('prefetch', [point(1 * MB, 800, 0), point(2 * MB, 900, 0)])).toMatch(
      /^Even the least/,
    );
  });

  it('says that none is enough, and how much would be', () => {
    const points = [point(1 * MB, 800, 9000), point(20 * MB, 15_000, 100)];
    const exact = { bytes: 33 * MB + 1, wholeBytes: 34 * MB, startupDelayMs: 30_000, reason: null };
    expect(say('prefetch', points, exact)).toBe(
      'No prefetch up to 20 MB is enough. The least that is: 34 MB.',
    );
    expect(say('prefetch', points, none('ahead-too-small'))).toContain('held ahead is too little');
    expect(say('prefetch', points, none('never-arrives'))).toContain(
      'never carries the whole file',
    );
    expect(say('prefetch', points)).toContain('some run stalls all the same');
  });

  it('does not claim a sweet spot where a larger value stalls again', () => {
    const points = [point(1 * MB, 1, 0), point(2 * MB, 1, 50), point(3 * MB, 1, 0)];
    expect(say('prefetch', points)).toMatch(/^1 MB plays without a stall, and 2 MB stalls again\./);
  });

  it('tells settings that cannot be run from a link that never carries enough', () => {
    expect(say('prefetch', [noRun(1 * MB)])).toMatch(/^None of these settings can be run/);
    expect(say('prefetch', [point(1 * MB, null, 0)])).toMatch(/^Playback never starts/);
  });
});

describe('the finding along the other axes', () => {
  const smooth = [point(1 * MB, 1, 0), point(2 * MB, 1, 0)];
  const rough = [point(1 * MB, 1, 9), point(2 * MB, 1, 9)];
  const rising = [point(1 * MB, 1, 9), point(2 * MB, 1, 0)];
  const falling = [point(1 * MB, 1, 0), point(2 * MB, 1, 9)];

  it.each(SWEEP_AXES)('%s has a whole sentence for every shape', (axis) => {
    for (const points of [smooth, rough, rising, falling, [...rising, ...rough]]) {
      const text = say(axis, points);
      expect(text).not.toContain('whatIf.');
      expect(text).not.toMatch(/\{\{|undefined/);
      expect(text).toMatch(/^[A-Z0-9].*\. .*\.$/);
    }
  });

  it('names the rate from which on nothing stalls', () => {
    expect(say('rate', rising)).toMatch(/^From 2 MB\/s on no run stalls\./);
  });

  it('names the largest chunk and the longest outage, not the least', () => {
    expect(say('chunk', falling)).toMatch(/^Chunks of up to 1 MB play/);
    const outages = [point(0, 1, 0), point(2000, 1, 0), point(3000, 1, 9), point(4000, 1, 0)];
    expect(say('outage', outages)).toMatch(/^This prefetch outlasts outages of 2 s\./);
    expect(say('outage', outages, null, 4800)).toMatch(/outages of 2\.0 to 6\.8 s\./);
  });
});
