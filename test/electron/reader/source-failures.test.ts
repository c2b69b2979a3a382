import { parseLinkSpec } from '../../../model/link/spec/spec';
import { mkdirSync, renameSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LaneHarness, rulesOf, sourceFile } from './lane-harness';

const BYTES = 2_000_000;

async function running(): Promise<{ lane: LaneHarness; path: string; folder: string }> {
  const { path, folder } = sourceFile(BYTES);
  const rules = rulesOf('buffering', 50_000);
  const lane = new LaneHarness({
    file: { path, bytes: BYTES },
    rules,
    link: parseLinkSpec('constant:4MB/s'),
    seed: 1,
  });
  await lane.ready();
  lane.start();
  await lane.until(() => lane.receivedBytes >= 200_000);
  return { lane, path, folder };
}

describe('a source that changes in mid-run', () => {
  it('is reported as vanished when it is deleted, with the bytes read so far', async () => {
    const { lane, path } = await running();
    unlinkSync(path);
    const failed = await lane.failed();
    expect(failed).toMatchObject({ code: 'file-vanished', detail: 'ENOENT' });
    expect(failed.atBytes).toBeGreaterThanOrEqual(lane.receivedBytes);
    expect(failed.atBytes).toBeLessThan(BYTES);
    expect(failed.runMs).toBeGreaterThan(0);
  });

  it('is reported as replaced when another file takes its name', async () => {
    const { lane, path, folder } = await running();
    writeFileSync(join(folder, 'other'), Buffer.alloc(BYTES));
    renameSync(join(folder, 'other'), path);
    expect(await lane.failed()).toMatchObject({ code: 'file-replaced' });
  });

  it('is reported as truncated when it becomes shorter', async () => {
    const { lane, path } = await running();
    truncateSync(path, 900_000);
    expect(await lane.failed()).toMatchObject({
      code: 'file-truncated',
      detail: `900000 of ${BYTES} bytes`,
    });
  });

  it('is reported as replaced when it is written to in place', async () => {
    const { lane, path } = await running();
    writeFileSync(path, Buffer.alloc(BYTES), { flag: 'r+' });
    expect(await lane.failed()).toMatchObject({ code: 'file-replaced' });
  });

  it('may grow: what was opened is still its beginning', async () => {
    const { lane, path } = await running();
    await appendFile(path, 'more');
    await lane.until(() => lane.receivedBytes === BYTES);
    expect(lane.all('failed')).toEqual([]);
  });

  it('says nothing more after it has failed', async () => {
    const { lane, path } = await running();
    unlinkSync(path);
    await lane.failed();
    const heard = lane.heard.length;
    lane.tell({ type: 'ping', id: 1 });
    await lane.until(() => lane.all('pong').length > 0);
    expect(lane.heard.length).toBe(heard + 1);
  });
});

describe('a source that cannot be read at all', () => {
  const open = (path: string, sourceBytes: number) =>
    new LaneHarness({
      file: { path, bytes: sourceBytes },
      rules: rulesOf('streaming', 1024),
      link: parseLinkSpec('unlimited'),
      seed: 1,
    });

  it('is reported as vanished when there is none', async () => {
    const { folder } = sourceFile(1);
    const lane = open(join(folder, 'none'), 10);
    expect(await lane.failed()).toMatchObject({ code: 'file-vanished', atBytes: 0 });
  });

  it("is reported as unreadable with the system's word", async () => {
    const { folder } = sourceFile(1);
    const path = join(folder, 'a-folder');
    mkdirSync(path);
    const lane = await open(path, statSync(path).size).ready();
    lane.start();
    expect(await lane.failed()).toMatchObject({ code: 'file-unreadable', detail: 'EISDIR' });
  });

  it('is reported as replaced or truncated when its length is not the one that was opened', async () => {
    const { path } = sourceFile(100);
    expect(await open(path, 99).failed()).toMatchObject({ code: 'file-replaced' });
    expect(await open(path, 101).failed()).toMatchObject({ code: 'file-truncated' });
  });

  it('is refused when it does not fit into half of the free memory, with both numbers', async () => {
    const { path } = sourceFile(1);
    const sparse = 2 ** 42;
    truncateSync(path, sparse);
    const lane = await new LaneHarness({
      file: { path, bytes: sparse },
      rules: rulesOf('full-buffer', 1e6),
      link: parseLinkSpec('unlimited'),
      seed: 1,
    }).ready();
    lane.start();
    const failed = await lane.failed();
    expect(failed).toMatchObject({ code: 'too-large', neededBytes: sparse, atBytes: 0 });
    expect(failed.freeBytes).toBeLessThan(sparse);
  });
});
