import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { METHODS } from '../../../model/delivery/types';
import { figuresAt } from '../../../model/run/figures-at';
import { flowAt } from '../../../model/run/flow';
import type { LaneFrame } from '../../../model/run/frame';
import { factsAt } from '../../../model/run/lane-facts';
import { parseRunLog } from '../../../model/run/migrate';
import { RecordedRun } from '../../../model/run/recorded-run';
import type { RunView } from '../../../model/run/run-view';
import type { DownTime } from '../../../model/run/schema';
import { captionAt } from '../../../renderer/captions/caption-at';
import type { StartedRun } from '../../../renderer/live/started-run';
import { runRig } from './run-rig';

/** A run of all methods with so many bytes in such chunks. */
const started = (link: string, bytes: number, chunkBytes: number) => {
  const sizes = {
    chunkBytes,
    prefetchBytes: 300_000,
    maxAheadBytes: 500_000,
    streamingAheadBytes: 200_000,
  };
  const settings = { ...sizes, speed: 2 as const };
  return runRig({ methods: [...METHODS], link, settings, lane: { bytes, settings: sizes } });
};

/** What came back from a file. */
const reread = (run: StartedRun) =>
  new RecordedRun(parseRunLog(JSON.parse(JSON.stringify(run.log()))));

/** Everything that is drawn of a moment: frames, words beside the links, figures, facts and the caption. */
function picture(run: RunView, outages: readonly DownTime[], tMs: number) {
  const lanes = run.lanes.map((lane) => {
    const { log } = lane;
    const frame = lane.frameAt(tMs);
    const flow = flowAt({ log, outages }, frame);
    return { frame, flow, figures: figuresAt(log, tMs), facts: factsAt(log, tMs) };
  });
  return { tMs, lanes, caption: captionAt(run, tMs) };
}

/** The same from the log as from the run. */
function expectSame(run: StartedRun, recorded: RecordedRun, moments: readonly number[]): void {
  const { outages } = recorded.log.link;
  const live = run.outages();
  expect(moments.map((tMs) => picture(recorded, outages, tMs))).toEqual(
    moments.map((tMs) => picture(run, live, tMs)),
  );
}

/** Moments of a run: its samples, a hair beside each of them, its ends, and any others. */
function moments(run: StartedRun): number[] {
  const samples = run.lanes.flatMap(({ log }) => log.samples.map(({ tMs }) => tMs));
  const beside = samples.flatMap((tMs) => [tMs - 1e-6, tMs, tMs + 1e-6]);
  const any = fc.sample(fc.double({ min: 0, max: run.nowMs(), noNaN: true }), {
    numRuns: 200,
    seed: 1,
  });
  return [0, ...beside, ...any, run.nowMs()].filter((tMs) => tMs >= 0 && tMs <= run.nowMs());
}

describe('a run drawn from its log', () => {
  it.each([
    ['over an outage and a cut', 'dropouts:1.3MB/s@1-2;latency=20ms;jitter=10ms', 100_000],
    ['of small chunks over an unsteady link', 'unstable:1.5MB/s', 4096],
  ])('is the live one, frame by frame, %s', async (_what, link, chunkBytes) => {
    const { run, reached } = await started(link, 2_500_000, chunkBytes);
    const drawn: { tMs: number; frames: LaneFrame[] }[] = [];
    run.start();
    const drawing = setInterval(() => {
      const tMs = run.shownMs();
      // A picture that was ahead of what had been reported by then stood at the newest report.
      if (run.lanes.some(({ log }) => (log.samples.at(-1)?.tMs ?? 0) <= tMs)) return;
      drawn.push({ tMs, frames: run.lanes.map((lane) => lane.frameAt(tMs)) });
    }, 16);
    onTestFinished(() => clearInterval(drawing));
    await reached(1500);
    const early = moments(run);
    expectSame(run, reread(run), early);
    await reached(2600);
    run.setCut(true);
    await reached(3000);
    const underway = reread(run);
    expect(underway.state().phase).toBe('paused');
    run.pause();
    const paused = reread(run);
    expectSame(run, paused, moments(run));
    run.setCut(false);
    run.continue();
    await run.finished;
    clearInterval(drawing);

    const recorded = reread(run);
    expect(recorded.state()).toMatchObject({ phase: 'ended', shownMs: null });
    expectSame(run, recorded, moments(run));
    expect(recorded.marks()).toEqual(run.marks());
    // What was on the screen while it ran is what the log says of that moment now.
    expect(drawn.length).toBeGreaterThan(20);
    const again = drawn.map(({ tMs }) => recorded.lanes.map((lane) => lane.frameAt(tMs)));
    expect(again).toEqual(drawn.map(({ frames }) => frames));
    for (const { log, method } of recorded.lanes) {
      expect(log.chunks.at(0)?.fromBytes, method).toBe(0);
      expect(log.chunks.at(-1)?.toBytes, method).toBe(2_500_000);
      for (const [i, chunk] of log.chunks.entries()) {
        expect(chunk.fromBytes).toBe(log.chunks[i - 1]?.toBytes ?? 0);
        expect(chunk.sentMs).toBeLessThanOrEqual(chunk.receivedMs + 2);
        expect(chunk.readMs).toBeLessThanOrEqual(chunk.receivedMs + 2);
        expect(chunk.playedMs ?? NaN).toBeGreaterThanOrEqual(chunk.receivedMs);
      }
    }
  });

  it('shows the moment it is sought to, and tells those who watch', async () => {
    const { run, reached } = await started('constant:3MB/s', 1_000_000, 100_000);
    run.start();
    await reached(500);
    run.pause();
    const recorded = reread(run);
    let told = 0;
    const stop = recorded.subscribe(() => (told += 1));
    recorded.seek(200);
    recorded.seek(200);
    expect(told).toBe(1);
    expect(recorded.shownMs()).toBe(200);
    expect(recorded.state()).toMatchObject({ phase: 'paused', shownMs: 200 });
    recorded.seek(1e9);
    expect(recorded.shownMs()).toBe(recorded.lengthMs);
    expect(recorded.state().shownMs).toBeNull();
    stop();
    recorded.seek(-5);
    expect(recorded.shownMs()).toBe(0);
    expect(told).toBe(2);
  });
});
