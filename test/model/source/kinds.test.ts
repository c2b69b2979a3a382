import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraMedia } from '../../../model/camera/live-media';
import { DEFAULT_LIVE } from '../../../model/camera/types';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS } from '../../../model/delivery/types';
import { durationOf, playableSecondsOf, sizeOf } from '../../../model/media/source';
import type { MediaInfo } from '../../../model/media/types';
import { planLanes } from '../../../model/run/run-plan';
import { KindTable } from '../../../model/source/kind-table';
import { kindOf } from '../../../model/source/kinds';

const SETTINGS = {
  ...DEFAULT_SETTINGS,
  methods: [...METHODS],
  speed: 4 as const,
  untilMs: null,
  verify: true,
  consumeRate: 1e6,
};
const file = (kind: MediaInfo['kind']): MediaInfo => {
  const { camera, ...media } = cameraMedia({ kind: 'test' }, 'a file');
  expect(camera).toEqual({ kind: 'test' });
  return { ...media, kind };
};
const camera = cameraMedia({ kind: 'test' }, 'a camera');

describe('the kind of a source', () => {
  it('is that of its file, a camera’s whatever it records, and media’s while nothing is open', () => {
    for (const kind of ['media', 'text', 'bytes'] as const)
      expect(kindOf(file(kind)).id).toBe(kind);
    expect(kindOf(camera).id).toBe('camera');
    expect(kindOf(null).id).toBe('media');
  });

  it('is made known once, and asked for by its name', () => {
    const table = new KindTable<number>();
    table.add('media', 1);
    expect(() => table.add('media', 2)).toThrow('"media"');
    expect([table.of(null), table.of({ kind: 'media' })]).toEqual([1, 1]);
    expect(() => table.of({ kind: 'smell' })).toThrow('"smell"');
  });

  it('takes for a camera what full buffer is to record, whatever a camera before it was set to', () => {
    const live = { recordS: 5, reserveS: 2 };
    expect(kindOf(camera).sized(camera, { live })).toMatchObject({ durationS: 5 });
    expect(kindOf(camera).sized(camera, {})).toEqual(camera);
    expect(kindOf(file('media')).sized(file('media'), { live })).toEqual(file('media'));
  });

  it('has an end unless it is a camera, which knows one speed and no file to compare with', () => {
    expect(sizeOf(file('text'))).toBe(camera.deliveredBytes);
    expect(sizeOf(camera)).toBe(Infinity);
    expect(planLanes(file('media'), SETTINGS)).toMatchObject({ settings: SETTINGS });
    expect(planLanes(camera, SETTINGS)).toMatchObject({
      settings: { ...SETTINGS, speed: 1, verify: false, live: DEFAULT_LIVE },
    });
  });

  it('makes text and bytes playable evenly, and media by whole steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        for (const kind of ['text', 'bytes', 'media'] as const) {
          const source = file(kind);
          const seconds = playableSecondsOf(source, source.deliveredBytes * share);
          const even = durationOf(source) * share;
          if (kind !== 'media') expect(seconds).toBeCloseTo(even, 6);
          else expect(seconds).toBe(share === 1 ? even : 0);
        }
      }),
    );
  });

  it('waits for one slice of a camera, and for whole chunks of a file', () => {
    const waiting = { chunkBytes: 1000, reachS: 0, receivedBytes: 0 };
    expect(kindOf(camera).bytesToGoOn(camera, waiting)).toBe(1000);
    const text = file('text');
    const missing = kindOf(text).bytesToGoOn(text, waiting);
    expect(missing % 1000).toBe(0);
    expect(missing).toBeGreaterThan(0);
  });
});
