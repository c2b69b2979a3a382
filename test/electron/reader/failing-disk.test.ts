import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { FailingDisk, NO_FAILING_DISK } from '../../failing-disk/disk';
import { LaneHarness, rulesOf, sha256 } from './lane-harness';

const BYTES = 2_000_000;
const CONTENT = Buffer.from(Uint8Array.from({ length: BYTES }, (_, i) => (i * i) % 251));

let disk: FailingDisk | null;
beforeAll(async () => (disk = await FailingDisk.mount()));
afterAll(() => disk?.unmount());
beforeEach(async (context) => {
  if (disk) return disk.mend();
  context.skip(NO_FAILING_DISK);
});

/** A lane that delivers a file of the disk over this link. */
function laneOf(on: FailingDisk, link: string): LaneHarness {
  const path = join(on.path, 'source.bin');
  writeFileSync(path, CONTENT);
  return new LaneHarness({
    file: { path, bytes: BYTES },
    rules: rulesOf('buffering', 50_000),
    link: parseLinkSpec(link),
    seed: 1,
  });
}

async function running(on: FailingDisk): Promise<LaneHarness> {
  const lane = await laneOf(on, 'constant:4MB/s').ready();
  lane.start();
  await lane.until(() => lane.receivedBytes >= 200_000);
  return lane;
}

describe('a source on a disk that fails', () => {
  it('is delivered whole by a disk that is slow', async () => {
    const lane = await laneOf(disk as FailingDisk, 'unlimited').ready();
    await disk?.fail({ delayMs: 15 });
    const begunMs = lane.start();
    await lane.until(() => lane.receivedBytes === BYTES);
    expect(lane.hash()).toBe(sha256(CONTENT));
    expect(lane.all('failed')).toEqual([]);
    // The link would have taken all of it at once; what was late was the disk, and is measured as that.
    const last = lane.all('bytes').at(-1);
    expect(last?.readMs).toBeGreaterThan(15);
    expect(performance.now() - begunMs).toBeGreaterThan(15);
  });

  it('is reported as unreadable when its disk gives up in mid-run', async () => {
    const lane = await running(disk as FailingDisk);
    await disk?.fail({ read: 'EIO' });
    const failed = await lane.failed();
    expect(failed).toMatchObject({ code: 'file-unreadable', detail: 'EIO' });
    expect(failed.atBytes).toBeGreaterThanOrEqual(lane.receivedBytes);
    expect(failed.atBytes).toBeLessThan(BYTES);
    expect(sha256(CONTENT.subarray(0, lane.receivedBytes))).toBe(lane.hash());
  });

  it('is reported as unreadable when no more files may be opened', async () => {
    await disk?.fail({ open: 'EMFILE' });
    const path = join(disk?.path ?? '', 'source.bin');
    expect(() => readFileSync(path)).toThrow('EMFILE');
    const lane = new LaneHarness({
      file: { path, bytes: BYTES },
      rules: rulesOf('streaming', 1024),
      link: parseLinkSpec('unlimited'),
      seed: 1,
    });
    expect(await lane.failed()).toMatchObject({ code: 'file-unreadable', detail: 'EMFILE' });
  });

  it('is reported as unreadable when its disk is pulled out', async () => {
    const own = (await FailingDisk.mount()) as FailingDisk;
    try {
      const lane = await running(own);
      await own.vanish();
      expect(await lane.failed()).toMatchObject({
        code: 'file-unreadable',
        // A read that was under way is told otherwise than the next.
        detail: expect.stringMatching(/^(ENOTCONN|ECONNABORTED)$/) as string,
      });
    } finally {
      await own.unmount();
    }
  });
});
