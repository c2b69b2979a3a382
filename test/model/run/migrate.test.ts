import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { frameAt } from '../../../model/run/frame';
import { loggedCurve, loggedMedia, planOfLog, thinIndex } from '../../../model/run/logged-plan';
import { parseRunLog, RunLogError } from '../../../model/run/migrate';
import { RecordedRun } from '../../../model/run/recorded-run';
import { RUN_SCHEMA, type RunLog } from '../../../model/run/schema';
import { simulate } from '../../../model/run/simulate';

const LINK = 'dropouts:1.3MB/s@5-10';

const media = {
  name: 'x.mp4',
  bytes: 20e6,
  kind: 'media' as const,
  hasVideo: true,
  hasAudio: true,
  durationS: 20,
  container: 'MP4',
  codecs: ['H.264', 'AAC'],
  prepared: null,
  deliveredBytes: 20e6,
  index: Array.from({ length: 41 }, (_, i) => ({ bytes: i * 500_000, seconds: i / 2 })),
};

function made(): RunLog {
  const settings = {
    ...DEFAULT_SETTINGS,
    methods: ['buffering' as const, 'streaming' as const],
    prefetchBytes: 4e6,
    speed: 1 as const,
    untilMs: null,
    verify: false,
    consumeRate: 1e6,
  };
  const link = parseLinkSpec(LINK);
  const lanes = simulate({ settings, link, media, seed: 1, sampleEveryMs: 100, chunkTimes: true });
  return {
    schema: RUN_SCHEMA,
    app: { version: '0', electron: '', chrome: '', node: '', platform: '' },
    lengthMs: 30_000,
    ended: true,
    settings,
    media: loggedMedia(media, null),
    link: {
      spec: LINK,
      seed: 1,
      outages: createLink(link, 1)
        .outagesUntil(30_000)
        .map((outage) => ({ ...outage, byHand: false })),
      latencyMs: 0,
      curve: null,
    },
    marks: [],
    lanes,
  };
}

const without = (value: object, ...keys: string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** The log as the version before wrote it. */
function asBefore(log: RunLog): object {
  return {
    ...without(log, 'lengthMs', 'ended', 'marks'),
    schema: 'bufferscope.run/1',
    media: without(log.media, 'kind', 'hasVideo', 'hasAudio', 'file', 'index'),
    link: without(log.link, 'latencyMs', 'curve'),
    lanes: log.lanes.map((lane) => without(lane, 'rules', 'sourceBytes', 'states', 'chunks')),
  };
}

const again = (log: object): RunLog => parseRunLog(JSON.parse(JSON.stringify(log)));

describe('reading a run log', () => {
  it('gives a camera the name of its kind, which at first was media', () => {
    const log = made();
    const camera = { kind: 'test' as const };
    const before = { ...log, media: { ...log.media, camera } };
    expect(again(before)).toEqual({ ...before, media: { ...before.media, kind: 'camera' } });
    expect(planOfLog(again(before)).settings).toMatchObject({ speed: 1, verify: false });
  });

  it('refuses one whose source is of a kind that is not known here, in a sentence', () => {
    const log = made();
    expect(() => again({ ...log, media: { ...log.media, kind: 'smell' } })).toThrow(
      'This run log cannot be drawn here: its source is of a kind, "smell", that this version does not know.',
    );
  });

  it("reads one in which the first frame's time still stood", () => {
    const log = made();
    expect(again({ ...log, media: { ...log.media, startS: 0.08 } })).toEqual(log);
  });

  it('gives back what was written', () => {
    expect(again(made())).toEqual(made());
  });

  it('migrates one of the version before: the same frames, as far as it knew', () => {
    const log = made();
    const migrated = again(asBefore(log));
    expect(migrated.schema).toBe(RUN_SCHEMA);
    expect(migrated.media).toMatchObject({ kind: 'media', hasVideo: true, hasAudio: true });
    for (const [i, lane] of migrated.lanes.entries()) {
      const before = log.lanes[i];
      if (!before) throw new Error('a lane is missing');
      expect(lane.rules).toEqual(before.rules);
      expect(lane.states).toEqual(before.states);
      expect(lane.chunks).toEqual([]);
      for (let tMs = 0; tMs <= 30_000; tMs += 170) {
        const { outages } = log.link;
        expect(frameAt({ log: lane, outages }, tMs)).toEqual(
          frameAt({ log: before, outages }, tMs),
        );
      }
    }
    expect(new RecordedRun(migrated).state()).toMatchObject({ phase: 'ended', shownMs: null });
  });

  it.each([
    [{}, 'names no "schema"'],
    [null, 'names no "schema"'],
    [{ schema: 'bufferscope.run/9' }, 'its schema is "bufferscope.run/9"'],
    [{ ...made(), lanes: [{}] }, 'broken at "lanes.0'],
    [{ ...made(), lengthMs: -1 }, 'broken at "lengthMs"'],
  ])('refuses %j in one sentence', (json, why) => {
    expect(() => parseRunLog(json)).toThrow(RunLogError);
    expect(() => parseRunLog(json)).toThrow(why);
  });

  it('never answers a broken log with anything but a run or a sentence', () => {
    const text = JSON.stringify({
      ...made(),
      lanes: made().lanes.map((l) => ({ ...l, samples: [] })),
    });
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, instead) => {
        let json: unknown;
        try {
          json = JSON.parse(text.slice(0, at) + instead + text.slice(at + 1));
        } catch {
          return;
        }
        try {
          new RecordedRun(parseRunLog(json)).seek(1234);
        } catch (error) {
          expect(error).toBeInstanceOf(RunLogError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the plan of a log', () => {
  it('is that of the run', () => {
    const plan = planOfLog(made());
    expect(plan.rules.map(({ method }) => method)).toEqual(['buffering', 'streaming']);
    expect(plan.link.spec).toEqual(parseLinkSpec(LINK));
    expect(plan.media).toMatchObject({ deliveredBytes: 20e6, durationS: 20, index: media.index });
  });

  it('has the curve of a trace, up to the end of the run, and its mean', () => {
    const curve = {
      fromMs: Float64Array.of(0, 1000, 2000, 60_000),
      rate: Float64Array.of(1e6, 0, 2e6, 3e6),
      periodMs: Infinity,
    };
    const spec = parseLinkSpec('trace:/x.log', () => ({ curve, latencyMs: 40 }));
    const logged = loggedCurve(spec, 10_000);
    expect(logged).toMatchObject({ fromMs: [0, 1000, 2000], rate: [1e6, 0, 2e6], periodMs: null });
    const log = made();
    log.link = { ...log.link, spec: 'trace:/x.log', latencyMs: 40, curve: logged };
    const { link } = planOfLog(log);
    expect(link.spec).toMatchObject({ kind: 'trace', latencyMs: 40, rate: spec.rate });
    expect([500, 1500, 9000].map((tMs) => link.rateAt(tMs))).toEqual([1e6, 0, 2e6]);
  });

  it('keeps a long index to a thousand points, its last and its most uneven among them', () => {
    const index = Array.from({ length: 7201 }, (_, i) => ({ bytes: i * 1e5, seconds: i }));
    index[3001] = { bytes: 3001e5, seconds: 3001.9 };
    const thin = thinIndex(index);
    expect(thin.length).toBeLessThanOrEqual(1000);
    expect(thin[0]).toEqual(index[0]);
    expect(thin.at(-1)).toEqual(index.at(-1));
    expect(thin).toContain(index[3001]);
    expect(thinIndex(media.index)).toEqual(media.index);
  });
});
