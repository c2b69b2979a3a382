import type { MediaInfo, MediaProgress } from '../../model/media/types';
import type { MediaCache } from './cache';
import type { Ffmpeg } from './ffmpeg';
import { refused } from './media-refused';

export interface OpenOptions {
  /** "bytes" delivers any file as bytes, whatever it is. */
  as: 'auto' | 'bytes';
  cache: MediaCache;
  /** Asked only when something has to be prepared. */
  ffmpeg: () => Promise<Ffmpeg>;
  /** Consumption rate of text and bytes, bytes per second. */
  consumeRate: number;
  onProgress: (progress: MediaProgress) => void;
  signal: AbortSignal;
}

/**
 * Opens a file, preparing it when MSE cannot play it as it is. Throws MediaRefused.
 * A prepared file is held in the cache until `cache.release(info.deliveredPath)`.
 */
export async function openMedia(path: string, options: OpenOptions): Promise<MediaInfo> {
  await Promise.resolve(options);
  throw refused('failed', { name: path });
}
