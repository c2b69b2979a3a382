import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServedFile } from '../ipc/server-port';
import { inputArgs } from '../media/ffmpeg/input-args';
import { FfmpegFailed } from '../media/ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../media/ffmpeg/ffmpeg-run';
import { say } from '../words';
import { Refused } from './http/refused';
import { servedFile, type ServedFiles } from './served-file';

/** Where the index of an MP4 stands: behind its media, as a muxer leaves it, or before them, as for the web. */
export const FILM_INDEXES = ['end', 'start'] as const;
export type FilmIndex = (typeof FILM_INDEXES)[number];

/**
 * The served media as a plain MP4 with one index for all of it, as cameras and editors write them: what Compare
 * delivers is cut into fragments with an index each. Made when it is asked for first, and taken away with the server.
 */
export class FilmFiles {
  readonly #made = new Map<FilmIndex, Promise<ServedFile>>();
  readonly #stop = new AbortController();
  #folder: Promise<string> | null = null;

  constructor(
    private readonly files: () => ServedFiles,
    private readonly ffmpegPath: string | null,
  ) {}

  /** Throws Refused when there is no media, no ffmpeg, no room on the disk, or nothing of it that an MP4 can hold. */
  of(index: FilmIndex): Promise<ServedFile> {
    const known = this.#made.get(index);
    if (known) return known;
    const made = this.#make(index);
    this.#made.set(index, made);
    // What could not be made is tried again.
    made.catch(() => this.#made.delete(index));
    return made;
  }

  /** Ends what is being made, and takes away what was. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#made.values());
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }

  async #make(index: FilmIndex): Promise<ServedFile> {
    const media = servedFile(this.files(), 'media');
    if (this.ffmpegPath === null) throw new Refused(503, say('serve.refused.noFilm'));
    this.#folder ??= mkdtemp(join(tmpdir(), 'bufferscope-film-'));
    const path = join(await this.#folder, `${index}.mp4`);
    const inputs = inputArgs(media.path);
    const kept = ['-map', '0:v:0', '-map', '0:a:0?', '-c', 'copy'];
    const place = index === 'start' ? ['-movflags', '+faststart'] : [];
    try {
      await runFfmpeg(
        { path: this.ffmpegPath },
        {
          args: ['-v', 'error', ...inputs, ...kept, ...place, '-f', 'mp4', `file:${path}`],
          signal: this.#stop.signal,
        },
      );
    } catch (error) {
      // ffmpeg writes over nothing: what is half made would be in the way of the next try.
      await rm(path, { force: true });
      const isFull = error instanceof FfmpegFailed && error.failure === 'disk-full';
      throw new Refused(503, say(`serve.refused.${isFull ? 'filmDiskFull' : 'noFilm'}`));
    }
    const { size } = await stat(path);
    return { path, name: 'film.mp4', mime: 'video/mp4', bytes: size };
  }
}
