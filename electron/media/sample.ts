import type { MediaProgress } from '../../model/media/types';
import type { MediaCache } from './cache';
import type { Ffmpeg } from './ffmpeg';
import { refused } from './media-refused';

export interface SampleOptions {
  /** Length, seconds; as many megabytes. */
  seconds: 100 | 10;
  cache: MediaCache;
  /** Asked only when the sample has to be made. */
  ffmpeg: () => Promise<Ffmpeg>;
  onProgress: (progress: MediaProgress) => void;
  signal: AbortSignal;
}

/**
 * The path of "ocean.mp4", made in the cache on first use: exactly 1,000,000 bytes and one fragment a second.
 * It is held in the cache until `cache.release(path)`. Open it with openMedia. Throws MediaRefused.
 */
export async function openSample(options: SampleOptions): Promise<string> {
  await Promise.resolve(options);
  throw refused('failed', { name: 'ocean.mp4' });
}
