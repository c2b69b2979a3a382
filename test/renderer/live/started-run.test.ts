import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BaseMethod } from '../../../model/delivery/types';
import { runLogSchema, type RunSettings } from '../../../model/run/schema';
import type { LaneRig } from './lane-rig';
import { runRig } from './run-rig';

/** A verified run, and what it asked of main. */
async function made(methods: BaseMethod[], link: string, change: Partial<RunSettings> = {}) {
  const asked: string[] = [];
  const rig = await runRig({
    ...{ methods, link, settings: { verify: true, ...change } },
    request: (channel, { bytes }, rigs) => {
      asked.push(channel);
      return channel === 'media:hash' ? hashOf(rigs[0], bytes) : undefined;
    },
  });
  return { ...rig, asked };
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
