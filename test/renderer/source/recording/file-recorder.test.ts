import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../../../electron/ipc/contract';
import { RecordingWriter } from '../../../../electron/main/recording/recording-writer';
import {
  FileRecorder,
  type RecordingState,
  type SliceSource,
} from '../../../../renderer/source/recording/file-recorder';
import { eventually } from '../../../eventually';

const HEAD = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x80);
/** A cluster of 12 + 3 + 4 bytes: its time and one block. */
const CLUSTER = Uint8Array.from([
  ...[0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  ...[0xe7, 0x81, 0, 0xa3, 0x82, 5, 6],
]);

/** A recording whose slices come when the test says so. */
class Slices implements SliceSource {
  readonly #listeners = new Set<(slice: { data: Uint8Array }) => void>();

  subscribe(listener: (slice: { data: Uint8Array }) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  give(...parts: Uint8Array[]): void {
    for (const data of parts) for (const listener of this.#listeners) listener({ data });
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}

function made(dismissed = false) {
  const folder = mkdtempSync(join(tmpdir(), 'bufferscope-keeper-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'kept.webm');
  const writer = new RecordingWriter(folder);
  const written: number[] = [];
  /** What main does, without its dialog. */
  const request = (async (channel: string, payload?: { bytes: Uint8Array }) => {
    if (channel === 'recording:begin') return dismissed ? null : writer.begin(path);
    if (channel === 'recording:end') return writer.end();
    if (channel === 'recording:cancel') return writer.cancel();
    written.push(payload?.bytes.length ?? 0);
    return writer.slice(payload?.bytes ?? new Uint8Array());
  }) as Bridge['request'];
  const store = createStore<RecordingState>()(() => ({
    ...{ state: 'off', path: null, bytes: 0, kept: null, problem: null },
  }));
  const keeper = new FileRecorder({ store, request });
  return { keeper, store, writer, folder, path, written };
}

const LENGTH = HEAD.length + CLUSTER.length;

describe('RecordingKeeper', () => {
  it('keeps a run from its first slice when it is asked before, and ends with it', async () => {
    const { keeper, store, path } = made();
    const run = new Slices();
    await keeper.follow(run);
    await keeper.begin();
    expect(store.getState()).toMatchObject({ state: 'on', path, bytes: 0 });
    run.give(HEAD, CLUSTER, CLUSTER);
    await keeper.end();
    expect(readFileSync(path)).toEqual(Buffer.concat([HEAD, CLUSTER, CLUSTER]));
    const bytes = LENGTH + CLUSTER.length;
    expect(store.getState()).toMatchObject({ state: 'off', path: null, kept: { path, bytes } });
  });

  it('begins with the head in a run that goes on, and sends one piece at a time', async () => {
    const { keeper, path, written } = made();
    const run = new Slices();
    await keeper.follow(run);
    run.give(HEAD, CLUSTER);
    await keeper.begin();
    run.give(CLUSTER.subarray(0, 3), CLUSTER.subarray(3), CLUSTER, CLUSTER);
    await keeper.end();
    expect(readFileSync(path)).toEqual(Buffer.concat([HEAD, CLUSTER, CLUSTER, CLUSTER]));
    // What came while the first was being written went with the second.
    expect(written.length).toBeLessThanOrEqual(2);
  });

  it('waits for the next run with a file that nothing came for, and leaves none behind', async () => {
    const { keeper, store, folder, path } = made();
    const [first, second] = [new Slices(), new Slices()];
    await keeper.follow(first);
    await keeper.begin();
    await keeper.follow(second);
    expect([first.listeners, second.listeners]).toEqual([0, 1]);
    second.give(HEAD, CLUSTER);
    await keeper.follow(null);
    expect(store.getState().kept).toEqual({ path, bytes: LENGTH });
    await keeper.begin();
    await keeper.follow(new Slices());
    await keeper.follow(null);
    expect(store.getState()).toMatchObject({ state: 'off', kept: null, problem: null });
    expect(readdirSync(folder)).toEqual(['kept.webm']);
  });

  it('does nothing when the dialog is dismissed', async () => {
    const { keeper, store, folder } = made(true);
    const run = new Slices();
    await keeper.follow(run);
    await keeper.begin();
    run.give(HEAD, CLUSTER);
    await keeper.end();
    expect(store.getState()).toMatchObject({ state: 'off', kept: null, problem: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says in one sentence that a write failed, and takes no more slices', async () => {
    const { keeper, store, folder, writer, written } = made();
    const run = new Slices();
    await keeper.follow(run);
    await keeper.begin();
    await writer.cancel();
    run.give(HEAD, CLUSTER);
    await eventually(() => expect(store.getState().state).toBe('failed'));
    expect(store.getState().problem).toMatch(/^No recording is being kept.*\.$/);
    run.give(CLUSTER);
    await keeper.end();
    expect(written).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
    // It can be asked for again, in the same run.
    await keeper.begin();
    run.give(CLUSTER);
    await keeper.end();
    expect(store.getState()).toMatchObject({ state: 'off', kept: { bytes: LENGTH } });
  });

  it('ends a file that the disk takes more slowly than it grows', async () => {
    const { keeper, store, path } = made();
    const run = new Slices();
    await keeper.follow(run);
    await keeper.begin();
    const large = new Uint8Array(2_000_000);
    large.set([0xa3, 0x01, 0, 0, 0, 0, (large.length - 9) >> 16, ((large.length - 9) >> 8) & 255]);
    large[8] = (large.length - 9) & 255;
    run.give(HEAD, CLUSTER, ...Array.from({ length: 9 }, () => large));
    expect(store.getState().problem).toContain('more slowly than it grows');
    await eventually(() => expect(store.getState().kept).not.toBeNull());
    expect(store.getState()).toMatchObject({ state: 'failed', kept: { path, bytes: LENGTH } });
  });

  it('leaves a recording that is no WebM, and says so when it was to be kept', async () => {
    const { keeper, store, path } = made();
    const [silent, kept] = [new Slices(), new Slices()];
    await keeper.follow(silent);
    silent.give(new Uint8Array(64));
    expect(silent.listeners).toBe(0);
    expect(store.getState()).toMatchObject({ state: 'off', problem: null });
    await keeper.follow(kept);
    await keeper.begin();
    kept.give(HEAD, CLUSTER, new Uint8Array(64));
    expect(store.getState().problem).toContain('is no WebM');
    await eventually(() => expect(store.getState().kept).toEqual({ path, bytes: LENGTH }));
  });
});
