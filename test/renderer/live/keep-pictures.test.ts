import { expect, it } from 'vitest';
import type { FrameListener } from '../../../renderer/camera/frame-source';
import { KeptPictures } from '../../../renderer/live/keep-pictures';
import { heardOf, packetsOf } from '../camera/recording/made-frames';

/** Frames that are given by hand, and main's end: the file as it was told to write it. */
function made() {
  const listeners = new Set<FrameListener>();
  const asked: { runId: string; bytes: Uint8Array; position: number }[] = [];
  const frames = {
    subscribe(listener: FrameListener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const request = (_channel: string, payload: (typeof asked)[number]): Promise<undefined> => {
    asked.push(payload);
    return Promise.resolve(undefined);
  };
  const pictures = new KeptPictures(frames, 'webm', { request: request as never });
  const file = (): Uint8Array<ArrayBuffer> => {
    const size = Math.max(0, ...asked.map(({ bytes, position }) => position + bytes.length));
    const whole = new Uint8Array(size);
    for (const { bytes, position } of asked) whole.set(bytes, position);
    return whole;
  };
  const give = (count: number): void => {
    const heard = heardOf({
      codec: 'vp8',
      pictures: Array.from({ length: count }, (_, i) => ({
        key: i % 20 === 0,
        gapUs: 50_000,
        bytes: 100,
      })),
      soundUs: 5,
      sounds: count,
      lateUs: 0,
    });
    for (const { frame, config } of heard) {
      for (const listener of listeners) listener(frame, config);
    }
  };
  return { pictures, asked, file, give, listeners };
}

it('hands main every picture, under the name of the run, whenever it is asked', async () => {
  const { pictures, asked, file, give, listeners } = made();
  give(60);
  await pictures.write('a');
  await pictures.finish('a');
  expect(listeners.size).toBe(0);
  expect(asked.every(({ runId }) => runId === 'a')).toBe(true);
  const found = await packetsOf(file(), 'video');
  expect(found).toHaveLength(60);
  expect(found.map(({ seconds }) => Math.round(seconds * 20))).toEqual(
    Array.from({ length: 60 }, (_, i) => i),
  );
  // What follows in the file goes together.
  expect(asked.length).toBeLessThan(10);
});

it('hands main nothing of a run that is not kept', async () => {
  const { pictures, asked, give, listeners } = made();
  give(10);
  pictures.drop();
  expect(listeners.size).toBe(0);
  give(10);
  expect(asked).toEqual([]);
  await Promise.resolve();
});
