import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRunFile } from '../../../electron/runs/run-file';
import { frameAt } from '../../../model/run/frame';

/** Kept by the app as it was at 5cb1bb1, when a camera was recorded in slices: `--media camera:test --until 6s`. */
const OLD = join(import.meta.dirname, 'camera-before-frames.bufferrun');

it('a camera run that was kept before frames were chunks opens, and any moment of it can be drawn', async () => {
  const { log } = await readRunFile(OLD);
  expect(log.media).toMatchObject({ kind: 'camera', camera: { kind: 'test' } });
  expect(log.lanes.map(({ method }) => method)).toEqual(['full-buffer', 'buffering', 'streaming']);
  for (const lane of log.lanes) {
    for (let tMs = 0; tMs <= log.lengthMs; tMs += 500) {
      const frame = frameAt({ log: lane, outages: log.link.outages }, tMs);
      expect(frame.receivedBytes).toBeGreaterThanOrEqual(0);
    }
    expect(lane.receivedBytes).toBeGreaterThan(0);
  }
});
