import { formatDurationMs, formatRate } from '../../../model/units';
import type { MediaInfo, MediaProgress } from '../../../model/media/types';
import type { Ffmpeg } from '../../media/ffmpeg';
import { newInspector } from '../inspector';
import { say } from '../../words';
import { cacheFolder } from '../../user-folder';
import type { SimulatedSource } from './flags';

/** What a simulation and its log have to know of a source. */
export type SourceInfo = Pick<
  MediaInfo,
  | 'name'
  | 'bytes'
  | 'kind'
  | 'durationS'
  | 'container'
  | 'codecs'
  | 'prepared'
  | 'deliveredBytes'
  | 'index'
> &
  Partial<Pick<MediaInfo, 'hasVideo' | 'hasAudio' | 'deliveredPath' | 'deliveredChangedMs'>>;

/** The ffmpeg that prepares what does not play as it is; null when there is none. */
export async function ffmpegOfRun(): Promise<Ffmpeg | null> {
  const { findFfmpeg } = await import('../../media/ffmpeg');
  return findFfmpeg().catch(() => null);
}

/** Opens the source: a file by its own index, prepared when it has to be; without one, even bytes. Throws MediaRefused. */
export async function openSimulated(
  source: SimulatedSource,
  onProgress: (progress: MediaProgress) => void,
  signal: AbortSignal,
): Promise<SourceInfo> {
  if (source.kind === 'even') return evenSource(source);
  const inspector = newInspector();
  inspector.warm();
  const [{ openMedia }, { MediaCache }, { findFfmpeg }] = await Promise.all([
    import('../../media/open-media'),
    import('../../media/cache'),
    import('../../media/ffmpeg'),
  ]);
  // The app's cap is the app's to keep: a command removes nothing that a person made.
  const cache = new MediaCache(cacheFolder(), Infinity);
  try {
    // A cache that cannot be made matters only when something has to be prepared, which then says so.
    await cache.open().catch(() => undefined);
    const { path, as, consumeRate } = source;
    const ffmpeg = () => findFfmpeg();
    return await openMedia(path, { as, consumeRate, cache, inspector, ffmpeg, onProgress, signal });
  } finally {
    inspector.close();
    await cache.close();
  }
}

function evenSource({ rate, durationMs }: Extract<SimulatedSource, { kind: 'even' }>): SourceInfo {
  const bytes = Math.round((rate * durationMs) / 1000);
  const durationS = durationMs / 1000;
  const name = say('simulateCli.even', {
    rate: formatRate(rate),
    duration: formatDurationMs(durationMs),
  });
  return {
    ...{ name, bytes, kind: 'bytes', durationS, deliveredBytes: bytes },
    ...{ container: '', codecs: [], prepared: null },
    index: [
      { bytes: 0, seconds: 0 },
      { bytes, seconds: durationS },
    ],
  };
}
