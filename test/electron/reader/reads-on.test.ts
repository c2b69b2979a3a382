import { describe, expect, it } from 'vitest';
import { MemoryCap } from '../../../electron/reader/memory-cap';
import { SourceFailure } from '../../../electron/reader/source-failure';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { simulate } from '../../../model/run/simulate';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { LaneHarness, rulesOf, sha256, sourceFile } from './lane-harness';

const MB = 1e6;

/** A lane that delivers so many bytes over 2 MB/s and reads 20 MB/s, whatever that link takes. */
function offLane(bytes: number, capBytes = 4e9, link = 'constant:2MB/s') {
  const { path, content } = sourceFile(bytes);
  const rules = {
    ...rulesOf('streaming', MB),
    method: 'streaming-off' as const,
    readsOn: { rate: 20 * MB, capBytes },
  };
  const lane = new LaneHarness({
    file: { path, bytes },
    rules,
    link: parseLinkSpec(link),
    seed: 1,
  });
  return { lane, content };
}

describe('a reader whose backpressure is off', () => {
  it('holds what the model says that it holds, and what it sends is the file', async () => {
    const { lane, content } = offLane(6 * MB);
    await lane.ready();
    lane.start();
    await lane.until(() => lane.receivedBytes === 6 * MB);
    expect(lane.hash()).toBe(sha256(content));
    // What the model says of a reader at the moment of each sample; the newest read may be a busy moment late.
    for (const { runMs, readBytes, heldBytes } of lane.all('sample')) {
      const read = (tMs: number) => Math.min(6, Math.floor((tMs / 1000) * 20) + 1) * MB;
      expect(readBytes).toBeGreaterThanOrEqual(runMs < 250 ? 0 : read(runMs - 250));
      expect(readBytes).toBeLessThanOrEqual(read(runMs));
      const crossed = Math.floor((runMs / 1000) * 2 + 1e-6) * MB;
      expect(heldBytes).toBeGreaterThanOrEqual(readBytes - crossed);
      expect(heldBytes).toBeLessThanOrEqual(readBytes - crossed + 2 * MB);
    }
    const [log] = simulate({
      settings: {
        ...DEFAULT_SETTINGS,
        methods: ['streaming-off'],
        streamingAheadBytes: 20 * MB,
        readRate: 20 * MB,
      },
      link: parseLinkSpec('constant:2MB/s'),
      media: {
        kind: 'bytes',
        deliveredBytes: 6 * MB,
        index: [
          { bytes: 0, seconds: 0 },
          { bytes: 6 * MB, seconds: 6 },
        ],
      },
      seed: 1,
    });
    const held = lane.all('sample').map((sample) => sample.heldBytes);
    expect(Math.max(...held)).toBeLessThanOrEqual(log?.memory.peakHeldBytes ?? 0);
    expect(Math.max(...held)).toBeGreaterThanOrEqual((log?.memory.peakHeldBytes ?? 0) - MB);
  });

  it('reads on without any credit, and sends nothing', async () => {
    const { lane } = offLane(4 * MB);
    await lane.ready();
    lane.start(1, 0);
    await lane.until(() => lane.all('event').some(({ kind }) => kind === 'read-end'));
    expect(lane.receivedBytes).toBe(0);
  });

  it('fails at its cap, and says what it held', async () => {
    const { lane } = offLane(40 * MB, process.memoryUsage.rss() + 16 * MB, 'constant:1kB/s');
    const [ready] = (await lane.ready()).all('ready');
    lane.start();
    const failed = await lane.failed();
    expect(failed.code).toBe('memory-cap');
    expect(failed.capBytes).toBe(ready?.capBytes);
    expect(failed.heldBytes).toBeLessThanOrEqual(17 * MB);
    expect(lane.receivedBytes).toBe(0);
  });
});

describe('the cap', () => {
  const cap = (capBytes: number, free: number, resident: number) =>
    new MemoryCap({ capBytes }, { freeBytes: () => free, residentBytes: () => resident });

  it('is what was asked for, and never more than half of the free memory', () => {
    expect(cap(300 * MB, 4000 * MB, 0).bytes).toBe(300 * MB);
    expect(cap(300 * MB, 400 * MB, 0).bytes).toBe(200 * MB);
  });

  it('lets a read pass that fits under it exactly, and none that does not', () => {
    const at = cap(300 * MB, 4000 * MB, 299 * MB);
    expect(() => at.check(MB, 190 * MB)).not.toThrow();
    expect(() => at.check(MB + 1, 190 * MB)).toThrow(SourceFailure);
  });
});
