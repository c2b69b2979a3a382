import { describe, expect, it } from 'vitest';
import { formatLinkSpec, LINK_PRESETS, parseLinkSpec } from '../../../../model/link/spec/spec';
import type { LinkSpec } from '../../../../model/link/types';
import { isSeedless, presetLink, tunedLink } from '../../../../renderer/what-if/state/room-link';
import { roomSource } from '../../../../renderer/what-if/state/room-source';
import { settingsFor } from '../../../../renderer/what-if/state/room-state';
import {
  axisPossible,
  setupOf,
  stateChange,
  sweepKey,
  type SetupState,
} from '../../../../renderer/what-if/state/setup';
import { source } from '../source';

const made = roomSource(null, 1e6);
const state = (change: Partial<SetupState> = {}): SetupState => ({
  axis: 'prefetch',
  reach: 1,
  seedCount: 12,
  settings: settingsFor(made),
  rate: null,
  outageMs: null,
  ...change,
});
const dropouts = presetLink('dropouts', made);

describe('a set-up', () => {
  it('is the design’s: outages of 3.0 to 7.8 s by the seed, at 1.3 MB/s', () => {
    expect(dropouts.rate).toBe(1.3e6);
    expect(dropouts.outages.map(({ fromMs, toMs }) => toMs - fromMs)).toEqual([3000, 3000]);
    expect(dropouts.longerMs).toBe(4800);
    expect(setupOf(state(), made, dropouts).seeds).toHaveLength(12);
  });

  it('has its outages inside a short source', () => {
    const [first, second] = presetLink('dropouts', source(10e6, 10)).outages;
    expect(first?.fromMs).toBe(1100);
    expect(second?.toMs).toBe(3000);
  });

  it('runs once over a link without chance', () => {
    const steady = presetLink('steady', made);
    expect(setupOf(state(), made, steady)).toMatchObject({ seeds: [1], seedless: true });
    expect(isSeedless({ ...steady, jitterMs: 5 })).toBe(false);
    expect(isSeedless(presetLink('unstable', made))).toBe(false);
  });

  it('sweeps along prefetch where the link has not what the axis varies', () => {
    const steady = presetLink('steady', made);
    expect(setupOf(state({ axis: 'outage' }), made, steady).range.axis).toBe('prefetch');
    expect(axisPossible('rate', LINK_PRESETS.unlimited())).toBe(false);
  });

  it('needs no new sweep for a value chosen on its axis, and one for anything else', () => {
    for (const axis of ['prefetch', 'chunk', 'ahead', 'rate', 'outage'] as const) {
      const before = setupOf(state({ axis }), made, dropouts);
      const [, , , , fifth = 0] = before.range.values;
      const chosen = { ...state({ axis }), ...stateChange(state({ axis }), axis, fifth) };
      const after = setupOf(chosen, made, dropouts);
      expect(after.chosen).toBe(fifth);
      expect(sweepKey(after)).toBe(sweepKey(before));
      const other = axis === 'rate' ? { outageMs: 9000 } : { rate: 2e6 };
      expect(sweepKey(setupOf({ ...state({ axis }), ...other }, made, dropouts))).not.toBe(
        sweepKey(before),
      );
      const more = setupOf(state({ axis, seedCount: 100 }), made, dropouts);
      expect(sweepKey(more)).not.toBe(sweepKey(before));
    }
  });

  it('tells two drawn links of as many steps apart', () => {
    const first = parseLinkSpec('steps:0=1MB/s,10=0,15=1MB/s');
    const second = parseLinkSpec('steps:0=1MB/s,10=0,16=1MB/s');
    const key = (link: LinkSpec): string => sweepKey(setupOf(state(), made, link));
    expect(key(first)).not.toBe(key(second));
    expect(key(first)).toBe(key(first));
  });
});

describe('a link behind the sliders', () => {
  it('keeps what they leave alone, and can be written down for Compare', () => {
    expect(tunedLink(dropouts, null, null)).toBe(dropouts);
    const tuned = tunedLink(dropouts, 2e6, 4000);
    expect(parseLinkSpec(formatLinkSpec(tuned))).toEqual(tuned);
    expect(tuned.outages.map(({ fromMs, toMs }) => toMs - fromMs)).toEqual([4000, 4000]);
  });

  it('is no longer a profile of that name at another rate', () => {
    const drawn = parseLinkSpec('steps:0=1MB/s,10=500kB/s');
    const profile: LinkSpec = { ...drawn, kind: 'profile', name: 'dsl' };
    const tuned = tunedLink(profile, profile.rate * 2, null);
    expect(tuned).toMatchObject({ kind: 'steps', name: '', rate: profile.rate * 2 });
    expect([...(tuned.curve?.rate ?? [])]).toEqual([2e6, 1e6]);
    expect(tunedLink(profile, profile.rate, null)).toMatchObject({ kind: 'profile', name: 'dsl' });
  });
});
