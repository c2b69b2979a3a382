import { truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { secondsFigure } from '../../../model/figures';
import { METHODS } from '../../../model/delivery/types';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { laneLogSchema } from '../../../model/run/schema';
import { simulate } from '../../../model/run/simulate';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { eventually } from '../../eventually';
import { LaneRig } from './lane-rig';

describe('a lane, live', () => {
  it.each(METHODS)('delivers everything, in order and verified: %s', async (method) => {
    const rig = new LaneRig({ method, link: 'constant:4MB/s;latency=20ms;jitter=10ms' });
    await rig.start();
    await rig.lane.over;
    const log = laneLogSchema.parse(rig.lane.log);
    expect(log.state).toBe('ended');
    expect(log.error).toBeNull();
    expect(log.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(log.playedBytes).toBe(1_000_000);
    expect(log.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'lane-ready',
        'read-start',
        'first-byte',
        'start',
        'sent-all',
        'received-all',
        'end',
      ]),
    );
    for (const [i, sample] of log.samples.entries()) {
      expect(sample.playedBytes).toBeLessThanOrEqual(sample.receivedBytes);
      expect(sample.receivedBytes).toBeLessThanOrEqual(sample.sentBytes);
      expect(sample.sentBytes).toBeLessThanOrEqual(sample.readBytes);
      expect(sample.tMs).toBeGreaterThan(log.samples[i - 1]?.tMs ?? -1);
    }
  });

  it('stalls and resumes as the simulation does', async () => {
    const link = 'dropouts:4MB/s@0.5-1.5';
    const settings = { ...DEFAULT_SETTINGS, chunkBytes: 100_000, streamingAheadBytes: 400_000 };
    const rig = new LaneRig({ method: 'streaming', link, bytes: 2_000_000, speed: 1, settings });
    const [expected] = simulate({
      settings: { ...settings, methods: ['streaming'] },
      link: parseLinkSpec(link),
      media: rig.media,
      seed: 1,
    });
    await rig.start();
    await rig.lane.over;
    const { log } = rig.lane;
    expect(expected?.stallCount).toBe(1);
    expect(log.stallCount).toBe(1);
    expect(Math.abs((log.startupDelayMs ?? 0) - (expected?.startupDelayMs ?? 0))).toBeLessThan(400);
    expect(Math.abs(log.stallTotalMs - (expected?.stallTotalMs ?? 0))).toBeLessThan(500);
    expect(log.stalls[0]?.cause).toMatch(/^the link was down 1\.0 s; the buffer held 0\.\d s$/);
  });

  it('freezes while paused, link and player alike', async () => {
    const link = 'constant:2MB/s';
    const rig = new LaneRig({ method: 'buffering', link, speed: 1 });
    await rig.start();
    await rig.reached(300);
    const pausedMs = rig.pause();
    // Over the same link another lane plays all of its file meanwhile.
    const other = new LaneRig({ method: 'buffering', link, bytes: 300_000, speed: 1 });
    await other.start();
    await other.lane.over;
    expect(rig.lane.facts.state).toBe('paused');
    expect(rig.clock.nowMs()).toBe(pausedMs);
    const { receivedBytes } = rig.lane.log;
    expect(receivedBytes).toBeGreaterThan(0);
    expect(receivedBytes).toBeLessThanOrEqual(pausedMs * 2000);
    rig.continue();
    await rig.lane.over;
    expect(rig.lane.log.state).toBe('ended');
    expect(rig.lane.log.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['pause', 'continue']),
    );
  });

  it('has the reader report of the moment of a pause, and draws it as it was: held back', async () => {
    const rig = new LaneRig({ method: 'streaming', link: 'constant:20MB/s', speed: 1 });
    await rig.start();
    await rig.reached(400);
    const pausedMs = rig.pause();
    await eventually(() =>
      expect(rig.lane.log.samples.at(-1)?.tMs).toBeGreaterThanOrEqual(pausedMs),
    );
    const newest = rig.lane.log.samples.at(-1);
    expect(newest?.heldBack).toBe(true);
    // The player takes 1 MB/s from its start on; a reader that reported earlier would have sent less.
    const frame = rig.lane.frameAt(pausedMs);
    expect(frame.link).toBe('held-back');
    expect(frame.sentBytes).toBeGreaterThanOrEqual(rig.lane.log.receivedBytes);
    expect(rig.lane.log.samples.filter(({ tMs }) => tMs >= pausedMs)).toHaveLength(1);
    rig.continue();
    await rig.lane.over;
  });

  it('receives nothing while the hand holds the link cut, and says so', async () => {
    const rig = new LaneRig({
      method: 'streaming',
      link: 'constant:4MB/s',
      bytes: 1_500_000,
      speed: 1,
      settings: { streamingAheadBytes: 300_000 },
    });
    await rig.start();
    await rig.reached(400);
    rig.cut(true);
    await rig.reached(800);
    const { receivedBytes } = rig.lane.log;
    await rig.reached(1200);
    expect(rig.lane.log.receivedBytes).toBe(receivedBytes);
    expect(rig.lane.frameAt(1100)).toMatchObject({ link: 'cut', state: 'rebuffering' });
    rig.cut(false);
    await rig.lane.over;
    const at = (kind: string) =>
      rig.lane.log.events.find((event) => event.kind === kind)?.tMs ?? NaN;
    const cutFor = secondsFigure(at('restore') - at('cut'));
    expect(rig.lane.log.stalls.map(({ cause }) => cause)).toContainEqual(
      expect.stringContaining(`the link was cut by hand ${cutFor}`),
    );
    expect(rig.lane.log.state).toBe('ended');
  });

  it('shows text as it is consumed', async () => {
    const text = Array.from({ length: 40_000 }, (_, i) => `line ${i}\n`).join('');
    const rig = new LaneRig({ method: 'streaming', link: 'constant:2MB/s', text });
    await rig.start();
    await rig.lane.over;
    const shown = rig.lane.consumedText() ?? '';
    expect(shown.length).toBeGreaterThan(1000);
    expect(text.endsWith(shown)).toBe(true);
  });

  it('keeps up with chunks of 1 KiB and a buffer of two', async () => {
    const rig = new LaneRig({
      method: 'streaming',
      link: 'constant:8MB/s',
      bytes: 300_000,
      speed: 1,
      settings: { chunkBytes: 1024, streamingAheadBytes: 2048 },
    });
    await rig.start();
    await rig.lane.over;
    expect(rig.lane.log.state).toBe('ended');
    expect(rig.lane.log.events.length).toBeLessThan(200);
  });

  it('fails where the flow breaks, with one sentence', async () => {
    const rig = new LaneRig({ method: 'streaming', link: 'constant:1MB/s', speed: 1 });
    await rig.start();
    await rig.reached(150);
    truncateSync(rig.path, 1000);
    await rig.lane.over;
    expect(rig.lane.log).toMatchObject({ state: 'failed', error: { where: 'file' } });
    expect(rig.lane.facts.error?.message).toMatch(/^source became shorter .*\.$/);
  });

  it('fails when its reader dies, unless everything had been received', async () => {
    const early = new LaneRig({ method: 'streaming', link: 'constant:1MB/s', speed: 1 });
    await early.start();
    await early.reached(150);
    early.lane.readerExited(9);
    await early.lane.over;
    expect(early.lane.log.error).toMatchObject({ code: 'reader-died', where: 'memory' });
    expect(early.lane.log.error?.detail).toContain('exit code 9');

    const late = new LaneRig({ method: 'full-buffer', link: 'unlimited', speed: 1 });
    await late.start();
    await late.reached(500);
    late.reader.close();
    late.lane.readerExited(9);
    await late.lane.over;
    expect(late.lane.log).toMatchObject({ state: 'ended', error: null });
    expect(late.lane.log.samples.at(-2)?.rssBytes).toBe(0);
  });

  it('fails when what the player was given is not what the file holds', async () => {
    const rig = new LaneRig({
      method: 'full-buffer',
      link: 'unlimited',
      bytes: 100_000,
      fileSha256: '0'.repeat(64),
    });
    await rig.start();
    await rig.lane.over;
    expect(rig.lane.log).toMatchObject({ state: 'failed', error: { code: 'hash-mismatch' } });
    expect(rig.lane.log.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
