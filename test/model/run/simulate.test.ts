import type { SourceShape } from '../../../model/media/types';
import { describe, expect, test } from 'vitest';
import { STALL_BELOW_S } from '../../../model/delivery/player-machine';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS, type DeliverySettings, type Method } from '../../../model/delivery/types';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { laneLogSchema, type LaneLog } from '../../../model/run/schema';
import { simulate, type Simulation } from '../../../model/run/simulate';

/** 1 MB is 1 s throughout, as in the sample. */
const even = (seconds: number): SourceShape => ({
  kind: 'media',
  deliveredBytes: seconds * 1_000_000,
  index: Array.from({ length: seconds + 1 }, (_, i) => ({ bytes: i * 1_000_000, seconds: i })),
});
const SAMPLE = even(100);
/** What lies in the buffer when a player stands: it never plays its last hundredths. */
const LEFT_MS = STALL_BELOW_S * 1000;

function run(
  method: Method,
  link: string,
  settings: Partial<DeliverySettings> = {},
  more: Partial<Simulation> = {},
): LaneLog {
  const [log] = simulate({
    settings: { ...DEFAULT_SETTINGS, ...settings, methods: [method] },
    link: parseLinkSpec(link),
    media: SAMPLE,
    seed: 1,
    ...more,
  });
  if (!log) throw new Error('no lane');
  expect(laneLogSchema.parse(log)).toEqual(log);
  return log;
}

describe('a constant link faster than playback', () => {
  test.each([
    ['full-buffer', 100 / 1.3],
    ['buffering', 10 / 1.3],
    ['streaming', 1 / 1.3],
  ] as const)('%s starts after %d s and never stalls', (method, startS) => {
    const log = run(method, 'constant:1.3MB/s');
    expect(log.startupDelayMs).toBeCloseTo(startS * 1000, 3);
    expect(log.endedMs).toBeCloseTo(startS * 1000 + 100_000, 3);
    expect(log).toMatchObject({ state: 'ended', stallCount: 0, stallTotalMs: 0 });
  });

  test.each([0, 1, 5])('holds one chunk in the reader and %d ahead, or everything', (ahead) => {
    const held = METHODS.map((method) => {
      const log = run(method, 'constant:1.3MB/s', { readAheadChunks: ahead });
      return log.memory.peakHeldBytes;
    });
    const chunks = (1 + ahead) * 1_000_000;
    // Streaming has credit for 2.1 MB, which reaches into a third chunk and no further.
    expect(held).toEqual([100_000_000, chunks, Math.min(chunks, 3_000_000)]);
  });

  test('is the same run whatever is read ahead', () => {
    for (const method of METHODS) {
      const { memory: one, ...plain } = run(method, 'dropouts:1.3MB/s');
      const { memory: many, ...ahead } = run(method, 'dropouts:1.3MB/s', { readAheadChunks: 7 });
      const played = ({ events }: Pick<LaneLog, 'events'>) =>
        events.filter(({ kind }) => kind !== 'read-end');
      expect(played(ahead)).toEqual(played(plain));
      expect(many.peakHeldBytes).toBeGreaterThanOrEqual(one.peakHeldBytes);
    }
  });

  test('latency delays the start by itself, and nothing else', () => {
    const plain = run('buffering', 'constant:1.3MB/s');
    const late = run('buffering', 'constant:1.3MB/s;latency=250ms');
    expect((late.startupDelayMs ?? 0) - (plain.startupDelayMs ?? 0)).toBeCloseTo(250, 3);
    expect(late.stallCount).toBe(0);
  });
});

describe('a constant link slower than playback', () => {
  test('streaming stalls before every chunk and ends one chunk behind the last byte', () => {
    const log = run('streaming', 'constant:0.8MB/s');
    expect(log.stallCount).toBe(99);
    expect(log.endedMs).toBeCloseTo(125_000 + 1000 + LEFT_MS, 3);
    expect(log.stallTotalMs).toBeCloseTo(126_020 - 1250 - 100_000, 3);
    expect(log.stalls[5]?.durationMs).toBeCloseTo(250, 3);
    expect(log.stalls[5]?.cause).toBe('rate');
  });

  test('buffering stalls when its lead is used up and waits for the threshold again', () => {
    const log = run('buffering', 'constant:0.8MB/s');
    // 10 MB at 12.5 s; from then on 0.2 s are lost a second, in whole chunks: dry at 45 MB.
    expect(log.startupDelayMs).toBeCloseTo(12_500, 3);
    expect(log.stalls[0]?.atMs).toBeCloseTo(12_500 + 45_000 - LEFT_MS, 3);
    // It goes on with 10 MB ahead of 44.98 MB, which in whole chunks are 55 MB.
    expect((log.stalls[0]?.atMs ?? 0) + (log.stalls[0]?.durationMs ?? 0)).toBeCloseTo(68_750, 3);
  });

  test('a lower resume threshold means more and shorter stalls', () => {
    const slow = 'constant:0.8MB/s';
    const high = run('buffering', slow);
    const low = run('buffering', slow, { resumeBytes: 2_000_000 });
    expect(low.stallCount).toBeGreaterThan(high.stallCount);
    expect(low.stalls[0]?.durationMs).toBeLessThan(high.stalls[0]?.durationMs ?? 0);
  });

  test('full buffer does not stall, it waits before', () => {
    const log = run('full-buffer', 'constant:0.8MB/s');
    expect(log).toMatchObject({ stallCount: 0, startupDelayMs: 125_000 });
  });
});

describe('one outage', () => {
  const link = 'dropouts:1.3MB/s@12-17';

  test('stalls streaming for what its buffer did not cover', () => {
    const log = run('streaming', link, {}, { words: ({ code, params }) => code + params.down });
    // Held back by credit: 2.1 MB ahead of what was played by 12 s are on the other side.
    const sentAt12 = 12 - 1 / 1.3 + 2.1;
    const whole = Math.floor(sentAt12);
    expect(log.stallCount).toBe(1);
    const stall = log.stalls[0];
    expect(stall?.atMs).toBeCloseTo((1 / 1.3 + whole) * 1000 - LEFT_MS, 2);
    const resumes = 17_000 + ((whole + 1 - sentAt12) / 1.3) * 1000;
    expect((stall?.atMs ?? 0) + (stall?.durationMs ?? 0)).toBeCloseTo(resumes, 2);
    expect(stall?.positionS).toBeCloseTo(whole - STALL_BELOW_S, 5);
    expect(stall?.cause).toBe('outage5.0 s');
  });

  test('does not stall buffering, whose lead covers it', () => {
    expect(run('buffering', link).stallCount).toBe(0);
  });

  test('delays full buffer by its length', () => {
    expect(run('full-buffer', link).startupDelayMs).toBeCloseTo((100 / 1.3 + 5) * 1000, 3);
  });

  test('is told from what the buffer held when it began', () => {
    const words: Simulation['words'] = ({ code, params }) =>
      `${code} ${params.down} ${params.held}`;
    expect(run('streaming', link, {}, { words }).stalls[0]?.cause).toBe('outage 5.0 s 1.8 s');
  });
});

describe('the sample over the Dropouts preset', () => {
  test('shows the lesson: streaming first but stalling, buffering whole, full buffer last', () => {
    const [full, buffering, streaming] = METHODS.map((method) => run(method, 'dropouts:1.3MB/s'));
    expect(streaming?.startupDelayMs).toBeLessThan(buffering?.startupDelayMs ?? 0);
    expect(buffering?.startupDelayMs).toBeLessThan(full?.startupDelayMs ?? 0);
    expect([full?.stallCount, buffering?.stallCount, streaming?.stallCount]).toEqual([0, 0, 2]);
  });
});

describe('small sources', () => {
  const empty: SourceShape = { kind: 'media', deliveredBytes: 0, index: [] };

  test.each(METHODS)('%s plays nothing from nothing, at once', (method) => {
    const log = run(method, 'constant:1MB/s', {}, { media: empty });
    expect(log).toMatchObject({ state: 'ended', startupDelayMs: 0, endedMs: 0, sentBytes: 0 });
  });

  test('seconds without a byte are played all the same', () => {
    const media: SourceShape = {
      ...empty,
      index: [0, 2].map((seconds) => ({ bytes: 0, seconds })),
    };
    expect(run('streaming', 'constant:1MB/s', {}, { media }).endedMs).toBeCloseTo(2000, 3);
  });

  test('a file shorter than the prefetch starts when it is all there', () => {
    const log = run('buffering', 'constant:0.5MB/s', {}, { media: even(3) });
    expect(log).toMatchObject({ startupDelayMs: 6000, stallCount: 0 });
    expect(log.endedMs).toBeCloseTo(9000, 3);
  });

  test('a file shorter than a chunk too', () => {
    const log = run(
      'streaming',
      'constant:0.5MB/s',
      { chunkBytes: 16_000_000 },
      { media: even(3) },
    );
    expect(log).toMatchObject({ startupDelayMs: 6000, stallCount: 0 });
  });
});

describe('a long film', () => {
  const hours = 3;
  const count = hours * 3600 * 2;
  const index = Array.from({ length: count + 1 }, (_, i) => ({
    bytes: Math.round(i * 400_000 + 150_000 * Math.sin(i / 40)),
    seconds: i / 2,
  }));
  const media: SourceShape = { kind: 'media', deliveredBytes: index.at(-1)?.bytes ?? 0, index };

  test.each(METHODS)('of 8.6 GB comes to its end with %s, to the byte', (method) => {
    const log = run(method, 'unstable:1.0MB/s;latency=80ms;jitter=20ms', {}, { media });
    expect(log).toMatchObject({ state: 'ended', receivedBytes: media.deliveredBytes });
    const sum = (log.startupDelayMs ?? NaN) + hours * 3_600_000 + log.stallTotalMs;
    expect(log.endedMs).toBeCloseTo(sum, 1);
  });

  test('in chunks of 1 KiB keeps a log that can be read', () => {
    const minute = index.slice(0, 121);
    const short: SourceShape = {
      kind: 'media',
      deliveredBytes: minute.at(-1)?.bytes ?? 0,
      index: minute,
    };
    const log = run('streaming', 'constant:5MB/s', { chunkBytes: 1024 }, { media: short });
    expect(log.state).toBe('ended');
    expect(log.events.length).toBeLessThan(1000);
  });
});

describe('an unlimited link', () => {
  test.each(METHODS)('%s starts at once and plays through', (method) => {
    const log = run(method, 'unlimited');
    expect(log).toMatchObject({ startupDelayMs: 0, stallCount: 0, state: 'ended' });
    expect(log.endedMs).toBeCloseTo(100_000, 3);
  });

  test('sends no more than credit allows', () => {
    const log = run('streaming', 'unlimited', {}, { sampleEveryMs: 100 });
    for (const sample of log.samples) {
      expect(sample.sentBytes).toBeLessThanOrEqual(sample.playedBytes + 2_100_001);
    }
  });
});

describe('a run', () => {
  test('that is to end early ends there, with its stall still open', () => {
    const settings = { ...DEFAULT_SETTINGS, methods: ['streaming'] as const, untilMs: 15_000 };
    const log = run('streaming', 'dropouts:1.3MB/s', {}, { settings, sampleEveryMs: 100 });
    expect(log).toMatchObject({ state: 'rebuffering', endedMs: null, stallCount: 1 });
    expect(log.stalls[0]?.durationMs).toBeNull();
    expect(log.stallTotalMs).toBeCloseTo(15_000 - (log.stalls[0]?.atMs ?? 0), 3);
    expect(log.samples).toHaveLength(151);
  });

  test('says when more had to be held ahead than was asked', () => {
    const coarse: SourceShape = {
      kind: 'media',
      deliveredBytes: 50_000_000,
      index: Array.from({ length: 11 }, (_, i) => ({ bytes: i * 5_000_000, seconds: i * 5 })),
    };
    const log = run('streaming', 'constant:2MB/s', {}, { media: coarse });
    expect(log.events[0]).toEqual({ tMs: 0, kind: 'ahead-raised', bytes: 6_100_000 });
    expect(log).toMatchObject({ state: 'ended', stallCount: 0 });
  });

  test('over settings that nobody should accept comes to a stop instead of going on for ever', () => {
    const log = run('buffering', 'unstable:1.3MB/s', { prefetchBytes: 50_000_000 });
    expect(log).toMatchObject({ state: 'starting', endedMs: null, sentBytes: 20_000_000 });
  });
});
