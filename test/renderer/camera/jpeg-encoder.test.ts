import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JpegEncoder, type JpegRequest } from '../../../renderer/camera/jpeg-encoder';
import { eventually } from '../../eventually';

/** The browser's worker, as far as the encoder knows it; the test answers in its place. */
class PlayedWorker {
  static all: PlayedWorker[] = [];
  asked: JpegRequest[] = [];
  ended = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;

  constructor() {
    PlayedWorker.all.push(this);
  }

  postMessage(request: JpegRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.ended = true;
  }
}

const bitmap = { close: vi.fn() };
const picture = (): Promise<ImageBitmap> => Promise.resolve(bitmap as unknown as ImageBitmap);

beforeEach(() => {
  PlayedWorker.all = [];
  bitmap.close.mockClear();
  vi.stubGlobal('Worker', PlayedWorker);
});
afterEach(() => void vi.unstubAllGlobals());

/** Two pictures that are being made. */
async function twoUnderWay() {
  const encoder = new JpegEncoder();
  const both = [encoder.encode(picture(), 0.8), encoder.encode(picture(), 0.5)];
  await eventually(() => expect(PlayedWorker.all[0]?.asked).toHaveLength(2));
  return { encoder, both, worker: PlayedWorker.all[0] as PlayedWorker };
}

it('gives each who asked its own picture, whichever is made first, from one worker', async () => {
  const { both, worker } = await twoUnderWay();
  expect(worker.asked.map(({ quality }) => quality)).toEqual([0.8, 0.5]);
  const [first, second] = worker.asked.map(({ id }) => id);
  worker.onmessage?.({ data: { id: second, bytes: new Uint8Array([2]).buffer } });
  worker.onmessage?.({ data: { id: first, bytes: new Uint8Array([1]).buffer } });
  expect(await Promise.all(both)).toEqual([new Uint8Array([1]), new Uint8Array([2])]);
  expect(PlayedWorker.all).toHaveLength(1);
});

it('leaves no worker and nobody waiting when it is closed', async () => {
  const { encoder, both, worker } = await twoUnderWay();
  encoder.close();
  expect(worker.ended).toBe(true);
  for (const one of both) await expect(one).rejects.toThrow('The camera was turned off');
  await expect(encoder.encode(picture(), 0.8)).rejects.toThrow('The camera was turned off');
  expect(bitmap.close).toHaveBeenCalledTimes(1);
});

it('starts no worker before a picture is asked for, and says what a worker said last', async () => {
  new JpegEncoder().close();
  expect(PlayedWorker.all).toEqual([]);
  const { both, worker } = await twoUnderWay();
  worker.onerror?.({ message: 'No memory.' });
  for (const one of both) await expect(one).rejects.toThrow('No memory.');
});
