import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS } from '../../../model/delivery/types';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import type { KeptRun } from '../../../model/runs/kept-lines';
import { RUN_SCHEMA, type RunLog } from '../../../model/run/schema';
import { loggedCurve, loggedMedia } from '../../../model/run/logged-plan';
import { simulate } from '../../../model/run/simulate';
import { createLink } from '../../../model/link/link';

/** A film of so many seconds in which 1 MB lasts 1 s. */
const film = (seconds: number) => ({
  name: 'ocean.mp4',
  kind: 'media' as const,
  bytes: seconds * 1e6,
  deliveredBytes: seconds * 1e6,
  durationS: seconds,
  index: Array.from({ length: seconds + 1 }, (_, i) => ({ bytes: i * 1e6, seconds: i })),
  container: 'mp4',
  codecs: ['h264', 'aac'],
  prepared: null,
});

/** The whole log of a run over this link, simulated. */
export function madeLog(
  link = 'dropouts:1.3MB/s@3-6',
  { seconds = 10, prefetchBytes = 3e6, chunkBytes = 1e6, seed = 1 } = {},
): RunLog {
  const settings = { ...DEFAULT_SETTINGS, chunkBytes, prefetchBytes, methods: [...METHODS] };
  const media = film(seconds);
  const spec = parseLinkSpec(link);
  const words = ({ code }: { code: string }): string => code;
  const lanes = simulate({
    ...{ settings, link: spec, media, seed, words },
    ...{ sampleEveryMs: 100, chunkTimes: true },
  });
  const lengthMs = Math.max(...lanes.map(({ endedMs }) => endedMs ?? 0));
  const run = { speed: 1, untilMs: null, verify: false, consumeRate: 1e6 } as const;
  const outages = createLink(spec, seed)
    .outagesUntil(lengthMs)
    .map((outage) => ({ ...outage, byHand: false }));
  return {
    schema: RUN_SCHEMA,
    app: { version: '0', electron: '', chrome: '', node: '0', platform: 'test' },
    ...{ lengthMs, ended: true, marks: [], lanes },
    settings: { ...settings, ...run },
    media: { ...loggedMedia(media, null), hasVideo: true },
    link: {
      ...{ spec: link, seed, outages, latencyMs: spec.latencyMs },
      curve: loggedCurve(spec, lengthMs),
    },
  };
}

/** The same as a kept run that began at this moment, ms since 1970. */
export function madeRun(log = madeLog(), more: Partial<KeptRun> = {}): KeptRun {
  return { name: '', pinned: false, startedMs: 1.7e12, brokenOff: false, log, ...more };
}

/** Runs over links that stall and break off, with notes and captions. */
export const madeRuns: fc.Arbitrary<KeptRun> = fc
  .record({
    rate: fc.integer({ min: 4, max: 40 }),
    fromS: fc.integer({ min: 1, max: 8 }),
    prefetchMb: fc.integer({ min: 1, max: 8 }),
    name: fc.string({ maxLength: 30 }),
    pinned: fc.boolean(),
    brokenOff: fc.boolean(),
    notes: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.string()), {
      maxLength: 4,
      selector: ([tMs]) => tMs,
    }),
  })
  .map(({ rate, fromS, prefetchMb, notes, ...about }) => {
    const link = `dropouts:${rate / 10}MB/s@${fromS}-${fromS + 3}`;
    const log = madeLog(link, { prefetchBytes: prefetchMb * 1e6 });
    const marks = notes
      .toSorted(([a], [b]) => a - b)
      .map(([tMs, en]) => ({ tMs, kind: 'note' as const, text: { en }, from: 'person' as const }));
    return madeRun({ ...log, marks }, about);
  });
