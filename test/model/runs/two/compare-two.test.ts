import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaneLog, RunLog } from '../../../../model/run/schema';
import {
  compareTwo,
  type ComparedLane,
  type TwoRuns,
} from '../../../../model/runs/two/compare-two';
import { otherSide, type Difference } from '../../../../model/runs/two/differences';
import { FIGURES } from '../../../../model/runs/two/lane-figures';
import { madeLog, madeRuns } from '../made-runs';

const laneOf = ({ lanes }: TwoRuns, method: string): ComparedLane => {
  const lane = lanes.find((each) => each.method === method);
  if (!lane) throw new Error(`no ${method}`);
  return lane;
};

/** The same log with something of one lane changed. */
function withLane(
  log: RunLog,
  method: string,
  change: (lane: LaneLog) => Partial<LaneLog>,
): RunLog {
  const lanes = log.lanes.map((lane) =>
    lane.method === method ? { ...lane, ...change(lane) } : lane,
  );
  return { ...log, lanes };
}

/** As if all that a lane does came a little later, ms, as it does from one live run to the next. */
const later = (log: RunLog, ms: number): RunLog => ({
  ...log,
  lengthMs: log.lengthMs + ms,
  lanes: log.lanes.map((lane) => ({
    ...lane,
    startupDelayMs: lane.startupDelayMs === null ? null : lane.startupDelayMs + ms,
    endedMs: lane.endedMs === null ? null : lane.endedMs + ms,
    stalls: lane.stalls.map((stall) => ({ ...stall, atMs: stall.atMs + ms })),
    memory: { ...lane.memory, peakRssBytes: lane.memory.peakRssBytes + 400_000 },
  })),
});

const LINK = 'dropouts:1.3MB/s@3-6';
const a = madeLog(LINK, { prefetchBytes: 5e6 });
const b = madeLog(LINK, { prefetchBytes: 2e6 });

describe('two runs with another prefetch', () => {
  const two = compareTwo(a, b);
  const buffering = laneOf(two, 'buffering');

  it('name the first event in which they differ, and what comes of it', () => {
    expect(two.verdict).toMatchObject({
      says: 'differ',
      method: 'buffering',
      first: { event: 'starts-earlier', by: 'b' },
      then: { event: 'stalls-alone', by: 'b', other: 'waits' },
      same: ['full-buffer', 'streaming'],
    });
  });

  it('give their figures side by side, and B less A', () => {
    const [ofA, ofB] = [a, b].map(({ lanes }) => lanes[1]);
    expect(buffering.a.startup).toBe(ofA?.startupDelayMs);
    expect(buffering.b.startup).toBe(ofB?.startupDelayMs);
    expect(buffering.less.startup).toBe((ofB?.startupDelayMs ?? 0) - (ofA?.startupDelayMs ?? 0));
    expect(buffering.b).toMatchObject({ stallCount: ofB?.stallCount, stalls: ofB?.stallTotalMs });
    expect(buffering.same).toMatchObject({ startup: false, stalls: false });
    expect(buffering.weight).toBeGreaterThan(0);
  });

  it('tell which settings differ, behind those that are always told', () => {
    expect(two.settings.filter(({ differs }) => differs)).toEqual([
      { setting: 'prefetchBytes', a: 5e6, b: 2e6, differs: true },
    ]);
    expect(two.settings.map(({ setting }) => setting).slice(0, 3)).toEqual([
      'media',
      'link',
      'seed',
    ]);
  });
});

describe('the least in a client buffer', () => {
  const of = (levels: readonly number[]): number | null => {
    const log = withLane(a, 'buffering', ({ samples, sourceBytes }) => ({
      startupDelayMs: 1000,
      samples: levels.flatMap((bufferedBytes, i) => {
        const [first] = samples;
        const receivedBytes = i === levels.length - 1 ? (sourceBytes ?? 0) : 1e6;
        return first ? [{ ...first, tMs: i * 1000, bufferedBytes, receivedBytes }] : [];
      }),
    }));
    return laneOf(compareTwo(log, log), 'buffering').a.least;
  };

  it('is looked for from the start until all has been received', () => {
    expect(of([0, 5e6, 3e6, 4e6, 0])).toBe(3e6);
  });

  it('is none where all had come before it played', () => {
    expect(laneOf(compareTwo(a, b), 'full-buffer').a.least).toBeNull();
  });
});

describe('runs of the same settings', () => {
  it('are the same though live runs are tens of ms apart', () => {
    const two = compareTwo(a, later(a, 60));
    expect(two.verdict).toEqual({
      says: 'same',
      methods: ['full-buffer', 'buffering', 'streaming'],
    });
    expect(two.lanes.every(({ weight }) => weight === 0)).toBe(true);
  });

  it('differ from more than a sample on, of the time of the wall', () => {
    expect(compareTwo(a, later(a, 110)).verdict).toMatchObject({ says: 'differ' });
    const fast = { ...a, settings: { ...a.settings, speed: 4 as const } };
    expect(compareTwo(fast, later(fast, 390)).verdict).toMatchObject({ says: 'same' });
    expect(compareTwo(fast, later(fast, 410)).verdict).toMatchObject({ says: 'differ' });
  });
});

describe('what cannot be compared is said', () => {
  it('a method that one run alone has', () => {
    const two = compareTwo({ ...a, lanes: a.lanes.slice(1) }, b);
    expect(two.lanes.map(({ method }) => method)).toEqual(['buffering', 'streaming']);
    expect(two.lone).toMatchObject([{ method: 'full-buffer', of: 'b' }]);
    expect(two.limits).toEqual([{ limit: 'only', of: 'b', methods: ['full-buffer'] }]);
  });

  it('nothing in common', () => {
    const two = compareTwo({ ...a, lanes: a.lanes.slice(0, 1) }, { ...b, lanes: b.lanes.slice(1) });
    expect(two.verdict).toEqual({ says: 'nothing' });
    expect(two.limits[0]).toEqual({ limit: 'no-method' });
  });

  it('ends of films that are not as long, and buffers of another rate', () => {
    const longer = madeLog(LINK, { seconds: 20 });
    const two = compareTwo(a, { ...longer, media: { ...longer.media, name: 'long.mp4' } });
    expect(two.limits).toEqual([
      { limit: 'files', a: 'ocean.mp4', b: 'long.mp4', figures: ['ends'] },
    ]);
    const lane = laneOf(two, 'streaming');
    expect([lane.less.ends, lane.apart]).toEqual([null, ['ends']]);
    expect(lane.less.startup).not.toBeNull();
    expect(lane.differences.map(({ event }) => event)).not.toContain('ends-earlier');
  });

  it('a camera and a film, but for what their clocks say', () => {
    const camera: RunLog = {
      ...b,
      media: { ...b.media, kind: 'camera', name: 'Camera', camera: { kind: 'test' } },
    };
    const two = compareTwo(a, camera);
    expect(two.limits).toEqual([
      { limit: 'kinds', a: 'media', b: 'camera', figures: ['least', 'ends'] },
    ]);
    expect(two.verdict).toMatchObject({ first: { event: 'starts-earlier', by: 'b' } });
    // A camera has no prefetch in bytes, and a film no reserve: neither differs.
    expect(two.settings.find(({ setting }) => setting === 'prefetchBytes')).toEqual({
      ...{ setting: 'prefetchBytes', a: 5e6, b: undefined, differs: false },
    });
    expect(two.settings.map(({ setting }) => setting)).not.toContain('reserveS');
  });

  it('a run that broke off, behind where it did', () => {
    const untilMs = 5000;
    const broken: RunLog = {
      ...a,
      lengthMs: untilMs,
      ended: false,
      lanes: a.lanes.map((lane) => ({ ...lane, endedMs: null })),
    };
    const two = compareTwo(broken, b);
    expect(two.limits).toEqual([{ limit: 'stretch', of: 'a', untilMs }]);
    for (const lane of two.lanes) {
      expect(lane.b.ends).toBeNull();
      for (const difference of lane.differences) {
        expect('atMs' in difference ? difference.atMs : 0).toBeLessThanOrEqual(untilMs);
      }
    }
  });
});

describe('events in which lanes differ', () => {
  const firstOf = (changed: (lane: LaneLog) => Partial<LaneLog>): Difference | undefined =>
    laneOf(compareTwo(a, withLane(a, 'streaming', changed)), 'streaming').differences[0];
  const [stall] = a.lanes[2]?.stalls ?? [];
  if (!stall) throw new Error('streaming does not stall');
  const atMs = stall.atMs;
  const lasts = stall.durationMs ?? 0;

  it.each<[string, (lane: LaneLog) => Partial<LaneLog>, Partial<Difference>]>([
    ['no start', () => ({ startupDelayMs: null }), { event: 'starts-alone', by: 'a' }],
    ['no stall', () => ({ stalls: [] }), { event: 'stalls-alone', by: 'a', atMs, other: 'stalls' }],
    [
      'a later stall',
      () => ({ stalls: [{ ...stall, atMs: atMs + 500 }] }),
      { event: 'stalls-earlier', by: 'a', atMs, lessMs: expect.closeTo(500) as number },
    ],
    [
      'a longer stall',
      () => ({ stalls: [{ ...stall, durationMs: lasts + 500 }] }),
      { event: 'stalls-longer', by: 'b', moreMs: expect.closeTo(500) as number },
    ],
    [
      'a lane that broke',
      ({ events }) => ({
        error: { code: 'decoder', where: 'player', message: '', detail: '', atBytes: 0 },
        events: [...events, { tMs: 200, kind: 'error' as const }],
      }),
      { event: 'breaks', by: 'b', atMs: 200 },
    ],
    [
      'memory alone',
      ({ memory }) => ({ memory: { ...memory, baselineRssBytes: 1, peakRssBytes: 90e6 } }),
      {},
    ],
  ])('%s', (_, change, expected) => {
    const found = firstOf(change);
    if (Object.keys(expected).length === 0) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  it('more memory is told where nothing happens at another time', () => {
    const memory = { baselineRssBytes: 100e6, peakRssBytes: 110e6, peakHeldBytes: 0 };
    const one = withLane(a, 'full-buffer', () => ({ memory }));
    const two = withLane(a, 'full-buffer', () => ({ memory: { ...memory, peakRssBytes: 208e6 } }));
    expect(compareTwo(one, two).verdict).toMatchObject({
      method: 'full-buffer',
      first: { event: 'figure', figure: 'memory', by: 'b', more: 98e6 },
    });
  });
});

describe('outages', () => {
  it('are the same within the tolerance, as far as both runs go', () => {
    const moved = (ms: number): RunLog => ({
      ...a,
      link: { ...a.link, outages: a.link.outages.map((d) => ({ ...d, fromMs: d.fromMs + ms })) },
    });
    expect(compareTwo(a, moved(50)).outagesDiffer).toBe(false);
    expect(compareTwo(a, moved(500)).outagesDiffer).toBe(true);
    const after = { fromMs: a.lengthMs + 1000, toMs: a.lengthMs + 2000, byHand: false };
    const beyond = { ...a.link, outages: [...a.link.outages, after] };
    expect(compareTwo(a, { ...a, link: beyond }).outagesDiffer).toBe(false);
  });
});

/** What is said of two runs, said of them the other way round. */
function swapped(two: TwoRuns): unknown {
  const other = (key: string, value: unknown): unknown => {
    if ((key === 'by' || key === 'of') && (value === 'a' || value === 'b')) return otherSide(value);
    if (key === 'less' && value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value as Record<string, number | null>).map(([figure, less]) => [
          figure,
          less === null ? null : 0 - less,
        ]),
      );
    }
    if (value !== null && typeof value === 'object' && !Array.isArray(value) && 'a' in value) {
      const { a: one, b: two_, ...rest } = value as unknown as Record<string, unknown>;
      return { ...rest, a: two_, b: one };
    }
    return value;
  };
  return JSON.parse(JSON.stringify(two, other));
}

describe('of any two runs', () => {
  it('swapping them negates every difference, and says the same of the other one', () => {
    fc.assert(
      fc.property(madeRuns, madeRuns, (one, two) => {
        const there = compareTwo(one.log, two.log);
        const back = compareTwo(two.log, one.log);
        expect(JSON.parse(JSON.stringify(back))).toEqual(swapped(there));
      }),
      { numRuns: 60 },
    );
  });

  it('a run against itself is all the same', () => {
    fc.assert(
      fc.property(madeRuns, ({ log }) => {
        const two = compareTwo(log, log);
        expect(two.verdict.says).toBe('same');
        expect(two.limits).toEqual([]);
        expect(two.outagesDiffer).toBe(false);
        expect(two.settings.some(({ differs }) => differs)).toBe(false);
        for (const lane of two.lanes) {
          expect(lane.weight).toBe(0);
          for (const figure of FIGURES) expect(lane.less[figure] ?? 0).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
