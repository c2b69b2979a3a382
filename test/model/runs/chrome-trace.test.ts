import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chromeTrace, type TraceEvent } from '../../../model/runs/chrome-trace';
import type { RunLog } from '../../../model/run/schema';
import { madeLog, madeRuns } from './made-runs';
import { readTrace } from './trace-reader';

const words = (key: string, gaps: Record<string, string | number> = {}): string =>
  [key, ...Object.values(gaps)].join(' ');
const traceOf = (log: RunLog) => readTrace(JSON.stringify(chromeTrace(log, words)));

describe('a run as a Chrome trace', () => {
  const log = madeLog('dropouts:1.3MB/s@3-6');
  const trace = traceOf(log);

  it('has a process for the run and for every lane, and a thread for every stage', () => {
    expect([...trace.processes.values()]).toEqual([
      'trace.run ocean.mp4 dropouts:1.3MB/s@3-6',
      ...log.lanes.map(({ method }) => `lanes.methods.${method}`),
    ]);
    const stages = ['read', 'link', 'buffer', 'player', 'events'];
    const threads = [...trace.threads].filter(([key]) => key.startsWith('2 '));
    expect(threads.map(([, name]) => name)).toEqual(stages.map((stage) => `trace.stages.${stage}`));
  });

  it('draws the life of every chunk as an arrow that ends with each of its four times', () => {
    const chunks = log.lanes.flatMap(({ chunks: all }) => all);
    // Their ids ascend lane by lane and chunk by chunk.
    const idOf = (key: string): number => Number(key.split(' ').at(-1));
    const flows = [...trace.flows].sort(([a], [b]) => idOf(a) - idOf(b)).map(([, flow]) => flow);
    expect(flows).toHaveLength(chunks.length);
    for (const [i, { readMs, sentMs, receivedMs, playedMs }] of chunks.entries()) {
      const [read, link, buffer, player] = flows[i] ?? [];
      // One microsecond a chunk is what slices of no length may add up to.
      const late = (chunks.length + 1) / 1000;
      for (const [slice, ms] of [
        [read, readMs],
        [link, sentMs],
        [buffer, receivedMs],
      ] as const) {
        expect((slice?.to ?? 0) / 1000).toBeGreaterThanOrEqual(ms - 0.001);
        expect((slice?.to ?? 0) / 1000).toBeLessThanOrEqual(ms + late);
      }
      expect(playedMs).not.toBeNull();
      expect((player?.from ?? 0) / 1000).toBeLessThanOrEqual((playedMs ?? 0) + late);
      expect((player?.to ?? 0) / 1000).toBeGreaterThanOrEqual((playedMs ?? 0) - late);
    }
  });

  it('shows stalls as states of the player, with their cause', () => {
    const stalls = log.lanes.flatMap((lane) => lane.stalls);
    const slices = trace.slices.filter(({ name }) => name === 'trace.states.rebuffering');
    expect(stalls.length).toBeGreaterThan(0);
    expect(slices.map(({ from, to }) => [from / 1000, (to - from) / 1000])).toEqual(
      stalls
        .toSorted((a, b) => a.atMs - b.atMs)
        .map(({ atMs, durationMs }): unknown[] => [
          expect.closeTo(atMs, 2),
          expect.closeTo(durationMs ?? 0, 2),
        ]),
    );
  });

  it('counts bytes, seconds and memory as the samples do', () => {
    const [lane] = log.lanes;
    const bytes = trace.counters.get('2 trace.counters.bytes');
    expect(bytes).toHaveLength(lane?.samples.length ?? -1);
    expect(bytes?.map(({ values }) => values.received)).toEqual(
      lane?.samples.map(({ receivedBytes }) => receivedBytes),
    );
    const seconds = trace.counters.get('2 trace.counters.seconds');
    expect(seconds?.map(({ values }) => values.buffered)).toEqual(
      lane?.samples.map(({ bufferedS }) => bufferedS),
    );
    expect(trace.counters.has('2 trace.counters.memory')).toBe(true);
  });

  it('shows outages and what lies in a buffer as spans that may overlap', () => {
    const outages = trace.spans.filter(({ cat }) => cat === 'outage');
    expect(outages.map(({ from, to }) => [from, to])).toEqual([[3e6, 6e6]]);
    const held = trace.spans.filter(({ cat }) => cat === 'client buffer');
    expect(held).toHaveLength(log.lanes.flatMap(({ chunks }) => chunks).length);
    const overlaps = held.some((a) =>
      held.some((b) => a !== b && a.from < b.from && b.from < a.to),
    );
    expect(overlaps).toBe(true);
  });

  it('is right whatever the run: broken off, noted, with chunks that nobody has played', () => {
    fc.assert(
      fc.property(madeRuns, fc.double({ min: 0, max: 1, noNaN: true }), (run, share) => {
        const untilMs = run.log.lengthMs * share;
        const cut: RunLog = {
          ...run.log,
          lengthMs: untilMs,
          lanes: run.log.lanes.map((lane) => ({
            ...lane,
            samples: lane.samples.filter(({ tMs }) => tMs <= untilMs),
            states: lane.states.filter(({ tMs }) => tMs <= untilMs),
            events: lane.events.filter(({ tMs }) => tMs <= untilMs),
            chunks: lane.chunks
              .filter(({ receivedMs }) => receivedMs <= untilMs)
              .map((chunk) => ({
                ...chunk,
                playedMs:
                  chunk.playedMs !== null && chunk.playedMs <= untilMs ? chunk.playedMs : null,
              })),
          })),
        };
        const read = traceOf(cut);
        expect(read.instants.length + read.spans.length).toBeGreaterThanOrEqual(cut.marks.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the strict reader of the tests', () => {
  const log = madeLog('dropouts:1.3MB/s@3-6', { seconds: 3 });
  const broken = (change: (events: TraceEvent[]) => TraceEvent[]): string => {
    const trace = chromeTrace(log, words);
    return JSON.stringify({ ...trace, traceEvents: change(trace.traceEvents) });
  };
  it.each<[string, RegExp, (events: TraceEvent[]) => TraceEvent[]]>([
    ['an unknown phase', /ph is not known/, (all) => [{ ...all[0], ph: 'Z' } as never, ...all]],
    [
      'times that go back',
      /ts goes back/,
      (all) => [...all, ...all.filter(({ ph }) => ph === 'C')],
    ],
    [
      'slices that overlap',
      /does not nest/,
      (all) => all.map((e) => (e.ph === 'X' ? { ...e, dur: e.dur * 1.5 + 2 } : e)),
    ],
    ['a span without end', /does not end/, (all) => all.filter(({ ph }) => ph !== 'e')],
    ['a flow without slices', /no slice/, (all) => all.filter(({ ph }) => ph !== 'X')],
    ['a flow without end', /The flow .* does not end/, (all) => all.filter(({ ph }) => ph !== 'f')],
    ['a process without a name', /no name/, (all) => all.filter(({ ph }) => ph !== 'M')],
  ])('refuses %s', (_what, why, change) => {
    expect(() => readTrace(broken(change))).toThrow(why);
  });
});
