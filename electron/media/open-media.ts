import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { MediaInfo, MediaProgress } from '../../model/media/types';
import type { MediaCache } from './cache';
import type { Deliverable } from './delivered';
import type { Ffmpeg } from './ffmpeg';
import type { Inspection } from './inspect/inspection';
import type { Inspector } from './inspect/inspector';
import { MediaError, mediaError } from './media-error';
import { containerName, mimeCodecName } from './prepare/names';
import { sniff } from './sniff';
import { openSource, refusalOfSystem, type SourceFile } from './source-file';

export interface OpenOptions {
  /** "bytes" delivers any file as bytes, whatever it is. */
  as: 'auto' | 'bytes';
  cache: MediaCache;
  /** Looks into the file in a process of its own. */
  inspector: Inspector;
  /** Asked only when something has to be prepared. */
  ffmpeg: () => Promise<Ffmpeg>;
  /** Consumption rate of text and bytes, bytes per second. */
  consumeRate: number;
  onProgress: (progress: MediaProgress) => void;
  signal: AbortSignal;
}

/**
 * Opens a file, preparing it when MSE cannot play it as it is. Throws MediaError.
 * A prepared file is held in the cache until `cache.release(info.deliveredPath)`.
 */
export async function openMedia(path: string, options: OpenOptions): Promise<MediaInfo> {
  const { as, signal, onProgress, consumeRate, inspector } = options;
  const { file, ...source } = await openSource(path);
  const { name } = source;
  try {
    onProgress({ step: 'inspect', name, fraction: null, secondsLeft: null });
    const sniffed = await sniff(path, file).finally(() => file.close());
    if (as === 'bytes') return bytesInfo(source, 'bytes', consumeRate);
    if (sniffed.text && !sniffed.namedMedia) return bytesInfo(source, 'text', consumeRate);
    if (sniffed.mostlyText && sniffed.namedMedia) {
      throw mediaError('corrupt', { name }, '', 'notMedia');
    }
    const onFraction = (fraction: number) =>
      onProgress({ step: 'index', name, fraction, secondsLeft: null });
    const seen = await inspector.inspect(
      { path, isMedia: sniffed.namedMedia || sniffed.magicMedia },
      { bytes: source.bytes, onFraction, signal },
    );
    if (seen.isProtected) throw mediaError('protected', { name });
    if (!seen.isMedia) return bytesInfo(source, 'bytes', consumeRate);
    return await openAsMedia(source, seen, options).catch((error: unknown) => {
      // Its name promised nothing: what looked like media at first sight is delivered as bytes.
      if (!sniffed.namedMedia && isUnreadable(error))
        return bytesInfo(source, 'bytes', consumeRate);
      throw error;
    });
  } catch (error) {
    if (signal.aborted) throw mediaError('cancelled', { name });
    throw refusalOfSystem(error, name);
  }
}

const isUnreadable = (error: unknown) =>
  error instanceof MediaError && (error.code === 'corrupt' || error.code === 'no-playable-track');

async function openAsMedia(
  source: SourceFile,
  { deliverable: direct, cover: picture, recordings }: Inspection,
  options: OpenOptions,
): Promise<MediaInfo> {
  if (direct) {
    const codecs = direct.container.tracks.map(({ codec }) => mimeCodecName(codec));
    return {
      ...mediaInfo(source, direct),
      ...{ deliveredPath: source.path, deliveredBytes: source.bytes },
      deliveredChangedMs: source.changedMs,
      ...{
        container: containerName(direct.container.name),
        codecs,
        prepared: null,
        cover: picture,
      },
    };
  }
  // Loaded only now: what plays as it is needs none of it.
  const { prepare } = await import('./prepare/prepare');
  const { path, note, deliverable, cover } = await prepare(source, { ...options, recordings });
  return {
    ...mediaInfo(source, deliverable),
    ...{ deliveredPath: path, deliveredBytes: deliverable.index.points.at(-1)?.bytes ?? 0 },
    deliveredChangedMs: (await stat(path)).mtimeMs,
    sourceChangedMs: source.changedMs,
    ...{ container: note.container, codecs: note.codecs, cover },
    prepared: { how: note.how, note: note.note, losses: note.losses },
  };
}

type Delivery =
  | 'deliveredPath'
  | 'deliveredBytes'
  | 'deliveredChangedMs'
  | 'sourceChangedMs'
  | 'container'
  | 'codecs'
  | 'prepared'
  | 'cover';

function mediaInfo(
  source: SourceFile,
  { container, index, startS }: Deliverable,
): Omit<MediaInfo, Delivery> {
  return {
    ...{ id: randomUUID(), sourcePath: source.path, name: source.name, bytes: source.bytes },
    ...{ kind: 'media', mime: container.mime, durationS: index.durationS, index: index.points },
    startS,
    hasVideo: container.tracks.some(({ kind }) => kind === 'video'),
    hasAudio: container.tracks.some(({ kind }) => kind === 'audio'),
  };
}

/** A file that is delivered as bytes and read at a rate, bytes per second. */
function bytesInfo(source: SourceFile, kind: 'text' | 'bytes', consumeRate: number): MediaInfo {
  const { path, name, bytes, changedMs } = source;
  const durationS = bytes / consumeRate;
  return {
    ...{ id: randomUUID(), sourcePath: path, name, bytes, kind },
    ...{ deliveredPath: path, deliveredBytes: bytes, deliveredChangedMs: changedMs },
    ...{ mime: '', durationS, startS: 0 },
    ...{ container: '', codecs: [], hasVideo: false, hasAudio: false, prepared: null, cover: null },
    index: [
      { bytes: 0, seconds: 0 },
      { bytes, seconds: durationS },
    ],
  };
}
