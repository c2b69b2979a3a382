import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../../electron/ipc/contract';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import type { Method } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import { planRun } from '../../../model/run/run-plan';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { runLogSchema, type RunSettings } from '../../../model/run/schema';
import { Outages } from '../../../renderer/live/outages';
import { RunClock } from '../../../renderer/live/run-clock';
import { StartedRun } from '../../../renderer/live/started-run';
import type { RunState } from '../../../renderer/live/types';
import { LaneRig } from './lane-rig';
import '../../../renderer/source-kinds/source-kinds';

const wallMs = (): number => performance.now();

/** A run of real lanes (see LaneRig); of the app only the bridge to main is left out. */
async function made(methods: Method[], link: string, change: Partial<RunSettings> = {}) {
  const settings: RunSettings = {
    ...DEFAULT_SETTINGS,
    methods,
    speed: 4,
    untilMs: null,
    verify: true,
    consumeRate: 1e6,
    ...change,
  };
  const clock = new RunClock(settings.speed, wallMs);
  const spec = parseLinkSpec(link);
  const outages = new Outages(createLink(spec, 1));
  const rigs = methods.map(
    (method): LaneRig =>
      new LaneRig({ method, link, clock, outages, changed: (lane) => run.laneChanged(lane) }),
  );
  const asked: string[] = [];
  const bridge = {
    request: (channel: string, payload: { bytes?: number }) => {
      asked.push(channel);
      return Promise.resolve(channel === 'media:hash' ? hashOf(rigs[0], payload.bytes) : undefined);
    },
  } as unknown as Bridge;
  const media = rigs[0]?.media;
  if (!media) throw new Error('a run needs a lane');
  const run = new StartedRun({
    options: { media, settings, link: spec, seed: 1, cameraGone: () => undefined },
    bridge,
    runId: 'run',
    plan: planRun(media, settings, spec, 1),
    clock,
    outages,
    lanes: rigs.map(({ lane }) => lane),
    feed: null,
    store: createStore<RunState>(() => ({
      phase: 'ready',
      lanes: {},
      cut: false,
      audible: 'streaming',
      volume: 1,
      muted: false,
      shownMs: null,
    })),
    wallMs,
    app: {
      version: '0',
      electron: '0',
      chrome: '0',
      node: '0',
      platform: 'test',
      headless: null,
      tellsProgress: false,
      live: null,
      given: {},
    },
    fileSha256: null,
    stopListening: [],
  });
  await Promise.all(rigs.map(({ reader }) => reader.open()));
  await Promise.all(rigs.map(({ lane }) => lane.ready));
  onTestFinished(() => run.dispose());
  return { run, rigs, asked, reached: (runMs: number) => rigs[0]?.reached(runMs) };
}

/** What main answers: the hash of the first bytes of the delivered file. */
function hashOf(rig: LaneRig | undefined, bytes?: number): string {
  const content = readFileSync(rig?.path ?? '').subarray(0, bytes);
  return createHash('sha256').update(content).digest('hex');
}

describe('a run', () => {
  it('goes on until every lane has ended, and its log says all of it', async () => {
    const { run, asked } = await made(['full-buffer', 'buffering', 'streaming'], 'constant:4MB/s');
    expect(run.nowMs()).toBe(0);
    run.start();
    expect(run.store.getState().phase).toBe('running');
    await run.finished;
    expect(run.store.getState().phase).toBe('ended');
    expect(asked).toEqual(['run:close-lanes']);
    const endMs = run.nowMs();
    const log = runLogSchema.parse(run.log());
    expect(log.lanes.map(({ state }) => state)).toEqual(['ended', 'ended', 'ended']);
    for (const { events, endedMs } of log.lanes) {
      const times = events.map(({ tMs }) => tMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(endedMs).toBeLessThanOrEqual(endMs);
    }
    expect(run.store.getState().lanes.streaming?.state).toBe('ended');
    expect(run.shownMs()).toBe(endMs);
  });

  it('goes on when one lane breaks', async () => {
    const { run, rigs } = await made(['buffering', 'streaming'], 'constant:4MB/s');
    run.start();
    rigs[0]?.lane.fail({ code: 'decoder', detail: 'x', atBytes: 0 });
    await run.finished;
    const { lanes } = run.store.getState();
    expect(lanes.buffering?.error?.code).toBe('decoder');
    expect(lanes.streaming?.state).toBe('ended');
  });

  it('stands while paused, steps through what was recorded, and goes on', async () => {
    const { run, reached } = await made(['streaming'], 'constant:2MB/s', { speed: 1 });
    run.start();
    await reached(700);
    run.step(-100);
    expect(run.store.getState().shownMs).toBeNull();
    run.pause();
    const pausedMs = run.nowMs();
    expect(run.store.getState().phase).toBe('paused');
    expect(run.shownMs()).toBe(pausedMs);
    run.step(-500);
    expect(run.shownMs()).toBeCloseTo(pausedMs - 500);
    run.step(-1000);
    expect(run.shownMs()).toBe(0);
    run.step(300);
    expect(run.shownMs()).toBe(300);
    run.step(5000);
    expect(run.store.getState().shownMs).toBeNull();
    run.step(-200);
    run.continue();
    expect(run.store.getState()).toMatchObject({ phase: 'running', shownMs: null });
    await run.finished;
    expect(run.log().lanes[0]?.state).toBe('ended');
  });

  it('keeps cuts by hand apart from outages', async () => {
    const { run, reached } = await made(['streaming'], 'dropouts:4MB/s@0.6-0.7', { speed: 1 });
    run.start();
    await reached(200);
    run.setCut(true);
    expect(run.store.getState().cut).toBe(true);
    await reached(400);
    run.setCut(false);
    await reached(800);
    expect(run.outages().map(({ byHand }) => byHand)).toEqual([true, false]);
    expect(run.lanes[0]?.log.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['cut', 'restore']),
    );
  });

  it('ends early when told to, with what is so by then', async () => {
    const { run } = await made(['streaming'], 'constant:2MB/s', { speed: 1, untilMs: 500 });
    run.start();
    await run.finished;
    const [lane] = run.log().lanes;
    expect(run.nowMs()).toBeGreaterThanOrEqual(500);
    expect(lane).toMatchObject({ endedMs: null, error: null });
    expect(lane?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(['playing', 'rebuffering']).toContain(lane?.state);
    expect(lane?.samples.at(-1)?.tMs).toBeGreaterThanOrEqual(500);
  });

  it('keeps its record when disposed of', async () => {
    const { run, reached } = await made(['streaming'], 'constant:2MB/s');
    run.start();
    await reached(300);
    await run.dispose();
    await run.finished;
    expect(run.store.getState().phase).toBe('ended');
    expect(run.log().lanes[0]?.samples.length).toBeGreaterThan(0);
    expect(run.lanes[0]?.frameAt(200).tMs).toBe(200);
  });
});
