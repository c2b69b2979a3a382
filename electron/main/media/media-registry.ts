import { basename, resolve } from 'node:path';
import { cameraMedia } from '../../../model/camera/live-media';
import type { CameraChoice, LiveSettings } from '../../../model/camera/types';
import type { MediaInfo, MediaProgress } from '../../../model/media/types';
import type { MediaResult } from '../../ipc/contract';
import { MediaCache } from '../../media/cache';
import type { Ffmpeg } from '../../media/ffmpeg';
import type { Inspector } from '../../media/inspect/inspector';
import { MediaError, mediaError } from '../../media/media-error';
import { say } from '../../words';
import { throttled } from './throttle';

/** The source to open first and how: a camera, a file, or (both null) the sample. */
export interface FirstSource {
  path: string | null;
  /** A camera that the command line names may be used: whoever wrote the command has said so. */
  camera: CameraChoice | null;
  /** What the camera is set to; null for what holds anyway. */
  live: LiveSettings | null;
  as: 'auto' | 'bytes';
  sampleSeconds: 10 | 100;
  /** Bytes per second at which text and bytes are consumed. */
  consumeRate: number;
}

/** What the app's own sample is called. */
const SAMPLE_NAME = 'ocean.mp4';

export interface MediaRegistryOptions {
  cacheDir: string;
  cacheCapBytes: number;
  first: FirstSource;
  /** Looks into strangers' files in a process of its own; the registry closes it. */
  inspector: Inspector;
  onProgress: (progress: MediaProgress) => void;
  /** A file of the user's was opened, or was found to be gone. */
  onOpened: (path: string) => void;
  /** Any source is ready to be delivered. */
  onReady: (media: MediaInfo) => void;
  onVanished: (path: string) => void;
}

/** Opens a source, with progress, until it is told to stop. */
type Work = (
  signal: AbortSignal,
  onProgress: (progress: MediaProgress) => void,
) => Promise<MediaInfo>;

interface Opening {
  abort: AbortController;
  done: Promise<unknown>;
}

/** Opens sources, one at a time: a new one cancels the one before it. Knows what is open by id. */
export class MediaRegistry {
  readonly #cache: MediaCache;
  readonly #inspector: Inspector;
  readonly #cacheReady: Promise<void>;
  readonly #known = new Map<string, MediaInfo>();
  #latest: MediaInfo | null = null;
  #opening: Opening | null = null;
  #first: Promise<MediaResult> | undefined;

  constructor(private readonly options: MediaRegistryOptions) {
    this.#inspector = options.inspector;
    this.#cache = new MediaCache(options.cacheDir, options.cacheCapBytes);
    this.#cacheReady = this.#cache.open();
    this.#cacheReady.catch(() => undefined);
    if (options.first.camera === null) this.#inspector.warm();
  }

  /** What the command line named, or the sample, opened once; after a reload of the window, what is open. */
  initial(): Promise<MediaResult> {
    if (this.#latest) return Promise.resolve({ ok: true, media: this.#latest });
    return (this.#first ??= this.#openFirst());
  }

  /** Where the sample lies once it is made, what it is called, and its size, bytes. */
  get sampleFile(): { cacheDir: string; name: string; bytes: number } {
    const { cacheDir, first } = this.options;
    return { cacheDir: resolve(cacheDir), name: SAMPLE_NAME, bytes: first.sampleSeconds * 1e6 };
  }

  /** The sample, so many seconds of it, made on first use. */
  sample(seconds = this.options.first.sampleSeconds): Promise<MediaResult> {
    return this.#start(SAMPLE_NAME, this.#sampleOf(seconds));
  }

  /** A source for a lesson: it is known by its id, and what is open otherwise stays open. */
  openBeside(
    source: { kind: 'sample'; seconds: 10 | 100 } | { kind: 'file'; path: string },
  ): Promise<MediaResult> {
    const keep = (media: MediaInfo): void => void this.#known.set(media.id, media);
    if (source.kind === 'sample') {
      return this.#start(SAMPLE_NAME, this.#sampleOf(source.seconds), keep);
    }
    const path = resolve(source.path);
    const inspect: Work = (signal, onProgress) => this.#inspect(path, 'auto', signal, onProgress);
    return this.#start(basename(path), inspect, keep);
  }

  /** A file of the user's. */
  async open(path: string, as: 'auto' | 'bytes'): Promise<MediaResult> {
    const absolute = resolve(path);
    const result = await this.#start(basename(absolute), (signal, onProgress) =>
      this.#inspect(absolute, as, signal, onProgress),
    );
    if (result.ok) this.options.onOpened(absolute);
    else if (result.refusal.code === 'vanished') this.options.onVanished(absolute);
    return result;
  }

  /** Ends the opening under way, if any, with its partial files. */
  async cancel(): Promise<void> {
    this.#opening?.abort.abort();
    await this.#opening?.done;
  }

  /** An opened source; throws a sentence when there is none of this id. */
  get(id: string): MediaInfo {
    const media = this.#known.get(id);
    if (!media) throw new Error(say('main.media.notOpen'));
    return media;
  }

  /** SHA-256 of the delivered file's first `bytes`, hex; of all of it when none are named. */
  async hash(id: string, bytes?: number): Promise<string> {
    const { sha256File } = await import('../../media/hash');
    return sha256File(this.get(id).deliveredPath, bytes);
  }

  async setCap(capBytes: number): Promise<void> {
    await this.#cache.setCap(capBytes);
  }

  /** Ends what is under way and leaves no partial file; call on quit. */
  async close(): Promise<void> {
    await this.cancel();
    this.#inspector.close();
    await this.#cache.close();
  }

  #openFirst(): Promise<MediaResult> {
    const { path, as, camera, live } = this.options.first;
    if (camera) {
      const name = camera.kind === 'test' ? say('camera.testPicture') : camera.name;
      return Promise.resolve({ ok: true, media: cameraMedia(camera, name, live ?? undefined) });
    }
    return path === null ? this.sample() : this.open(path, as);
  }

  #sampleOf(seconds: 10 | 100): Work {
    return async (signal, onProgress) => {
      const { openSample } = await import('../../media/sample/sample');
      const { cache, ffmpeg } = { cache: this.#cache, ffmpeg: findFfmpeg };
      const path = await openSample({ seconds, cache, ffmpeg, onProgress, signal });
      return { ...(await this.#inspect(path, 'auto', signal, onProgress)), sample: true };
    };
  }

  #inspect(
    path: string,
    as: 'auto' | 'bytes',
    signal: AbortSignal,
    onProgress: (progress: MediaProgress) => void,
  ): Promise<MediaInfo> {
    const { consumeRate } = this.options.first;
    return import('../../media/open-media').then(({ openMedia }) =>
      openMedia(path, {
        as,
        cache: this.#cache,
        inspector: this.#inspector,
        ffmpeg: findFfmpeg,
        consumeRate,
        onProgress,
        signal,
      }),
    );
  }

  async #start(
    name: string,
    work: Work,
    take = (media: MediaInfo): Promise<void> | void => this.#take(media),
  ): Promise<MediaResult> {
    const before = this.#opening;
    before?.abort.abort();
    const abort = new AbortController();
    const run = async (): Promise<MediaResult> => {
      await before?.done;
      try {
        await this.#cacheReady;
        abort.signal.throwIfAborted();
        const media = await work(abort.signal, throttled(this.options.onProgress));
        await take(media);
        this.options.onReady(media);
        return { ok: true, media };
      } catch (error) {
        return { ok: false, refusal: refusalOf(error, name, abort.signal).toRefusal() };
      }
    };
    const opening: Opening = { abort, done: Promise.resolve() };
    this.#opening = opening;
    const result = run();
    opening.done = result;
    const answer = await result;
    if (this.#opening === opening) this.#opening = null;
    return answer;
  }

  async #take(media: MediaInfo): Promise<void> {
    const before = this.#latest;
    this.#known.set(media.id, media);
    this.#latest = media;
    if (before && before.deliveredPath !== media.deliveredPath) {
      await this.#cache.release(before.deliveredPath);
    }
  }
}

/** Loaded with the first file that needs it. */
export async function findFfmpeg(): Promise<Ffmpeg> {
  return (await import('../../media/ffmpeg')).findFfmpeg();
}

function refusalOf(error: unknown, name: string, signal: AbortSignal): MediaError {
  if (error instanceof MediaError) return error;
  if (signal.aborted) return mediaError('cancelled', { name });
  return mediaError('failed', { name }, String(error));
}
