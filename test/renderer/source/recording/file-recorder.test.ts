import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../../../electron/ipc/contract';
import { RecordingWriter } from '../../../../electron/main/recording/recording-writer';
import { KeyFrameRule } from '../../../../model/camera/key-frames';
import type { RecordingKind } from '../../../../model/camera/recording-kind';
import type { FrameListener } from '../../../../renderer/camera/frame-source';
import {
  FileRecorder,
  type RecordedFrames,
  type RecordingState,
} from '../../../../renderer/source/recording/file-recorder';
import { eventually } from '../../../eventually';
import { heardOf, packetsOf, type Heard } from '../../camera/recording/made-frames';

/** Frames that come when the test says so. */
class Frames implements RecordedFrames {
  readonly #listeners = new Set<FrameListener>();
  asked = 0;

  subscribe(listener: FrameListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  requestKeyFrame(): void {
    this.asked += 1;
  }

  give(frames: readonly Heard[]): void {
    for (const { frame, config } of frames) {
      for (const listener of this.#listeners) listener(frame, config);
    }
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}

/** So many pictures at 20 a second, every tenth a key frame, with sound. */
const seconds = (pictures: number, bytes = 100): Heard[] =>
  heardOf({
    codec: 'vp8',
    pictures: Array.from({ length: pictures }, (_, i) => ({
      key: i % 10 === 0,
      gapUs: 50_000,
      bytes,
    })),
    soundUs: 5,
    sounds: pictures * 2,
    lateUs: 0,
  });

function made(kind: RecordingKind | null = 'webm') {
  const folder = mkdtempSync(join(tmpdir(), 'bufferscope-keeper-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, `kept.${kind ?? 'none'}`);
  const writer = new RecordingWriter(folder, { note: () => undefined, clear: () => undefined });
  const written: number[] = [];
  /** What main does, without its dialog. */
  const request = (async (channel: string, payload?: { bytes: Uint8Array }) => {
    if (channel === 'recording:begin') return kind && { ...(await writer.begin(path)), kind };
    if (channel === 'recording:end') return writer.end();
    if (channel === 'recording:cancel') return writer.cancel();
    written.push(payload?.bytes.length ?? 0);
    return writer.slice(payload?.bytes ?? new Uint8Array());
  }) as Bridge['request'];
  const store = createStore<RecordingState>()(() => ({
    ...{ state: 'off', path: null, bytes: 0, kept: null, problem: null },
  }));
  const keeper = new FileRecorder({ store, request, kinds: () => ['webm'] });
  const pictures = async (): Promise<number> =>
    (await packetsOf(Uint8Array.from(readFileSync(path)), 'video')).length;
  return { keeper, store, writer, folder, path, written, pictures };
}

describe('FileRecorder', () => {
  it('keeps a run from its first frame when it is asked before, and ends with it', async () => {
    const { keeper, store, path, pictures } = made();
    const run = new Frames();
    await keeper.follow(run);
    await keeper.begin();
    expect(store.getState()).toMatchObject({ state: 'on', path, bytes: 0 });
    run.give(seconds(40));
    await keeper.end();
    expect(await pictures()).toBe(40);
    const { length: bytes } = readFileSync(path);
    expect(store.getState()).toMatchObject({ state: 'off', path: null, kept: { path, bytes } });
  });

  it('asks for a key frame in a run that goes on and begins with it, one piece at a time', async () => {
    const { keeper, written, pictures } = made();
    const run = new Frames();
    await keeper.follow(run);
    run.give(seconds(15));
    await keeper.begin();
    expect(run.asked).toBe(1);
    run.give(seconds(40).filter(({ frame }) => frame.timeUs > 750_000));
    await keeper.end();
    // The first key frame since then is the one at 1 s.
    expect(await pictures()).toBe(20);
    // What came while the first was being written went with the second.
    expect(written.length).toBeLessThanOrEqual(3);
  });

  it('waits for the next run with a file that nothing came for, and leaves none behind', async () => {
    const { keeper, store, folder, path, pictures } = made();
    const [first, second] = [new Frames(), new Frames()];
    await keeper.follow(first);
    await keeper.begin();
    await keeper.follow(second);
    expect([first.listeners, second.listeners]).toEqual([0, 1]);
    second.give(seconds(10));
    await keeper.follow(null);
    expect(store.getState().kept).toMatchObject({ path });
    expect(await pictures()).toBe(10);
    await keeper.begin();
    await keeper.follow(new Frames());
    await keeper.follow(null);
    expect(store.getState()).toMatchObject({ state: 'off', kept: null, problem: null });
    expect(readdirSync(folder)).toEqual(['kept.webm']);
  });

  it('does nothing when the dialog is dismissed', async () => {
    const { keeper, store, folder } = made(null);
    const run = new Frames();
    await keeper.follow(run);
    await keeper.begin();
    run.give(seconds(10));
    await keeper.end();
    expect(store.getState()).toMatchObject({ state: 'off', kept: null, problem: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says in one sentence that a write failed, takes no more, and can be asked again', async () => {
    const { keeper, store, folder, writer, written, pictures } = made();
    const run = new Frames();
    await keeper.follow(run);
    await keeper.begin();
    await writer.cancel();
    run.give(seconds(10));
    await eventually(() => expect(store.getState().state).toBe('failed'));
    expect(store.getState().problem).toMatch(/^No recording is being kept.*\.$/);
    run.give(seconds(10));
    await keeper.end();
    expect(written).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
    await keeper.begin();
    run.give(seconds(20));
    await keeper.end();
    expect(store.getState()).toMatchObject({ state: 'off', kept: {} });
    expect(await pictures()).toBe(20);
  });

  it('ends a file that the disk takes more slowly than it grows', async () => {
    const { keeper, store, path } = made();
    const run = new Frames();
    await keeper.follow(run);
    await keeper.begin();
    run.give(seconds(10, 3_000_000));
    await eventually(() => expect(store.getState().problem).toContain('more slowly than it grows'));
    await eventually(() => expect(store.getState().kept).toMatchObject({ path }));
    expect(store.getState().state).toBe('failed');
  });

  it('has all but the last second of an MP4 on the disk whenever it is left off', async () => {
    const { keeper, path } = made('mp4');
    const run = new Frames();
    await keeper.follow(run);
    await keeper.begin();
    const rule = new KeyFrameRule();
    let asked = 0;
    const source = heardOf({
      ...{ codec: 'h264', soundUs: 5, sounds: 500, lateUs: 0 },
      pictures: Array.from({ length: 200 }, () => ({ key: false, gapUs: 50_000, bytes: 100 })),
    });
    for (const { frame, config } of source) {
      if (run.asked > asked) rule.request();
      asked = run.asked;
      const key = frame.track === 'audio' || rule.take(frame.timeUs);
      run.give([{ frame: { ...frame, key }, config }]);
      if (frame.track === 'audio' || frame.timeUs < 1_500_000) continue;
      await eventually(async () => {
        const left = await packetsOf(Uint8Array.from(readFileSync(`${path}.part`)), 'video');
        const endS = (left.at(-1)?.seconds ?? 0) + 0.05;
        expect(frame.timeUs / 1e6 - endS).toBeLessThan(1.1);
      });
    }
    // More are asked for than come by themselves, and not one for every picture.
    expect(run.asked).toBeGreaterThan(5);
    expect(run.asked).toBeLessThan(15);
    await keeper.end();
  });

  it('leaves pictures that its kind of file does not hold, and says so', async () => {
    const { keeper, store, folder } = made('mp4');
    const run = new Frames();
    await keeper.follow(run);
    await keeper.begin();
    run.give(seconds(10));
    expect(store.getState().problem).toContain('a file of this kind does not hold');
    await eventually(() => expect(readdirSync(folder)).toEqual([]));
  });
});
