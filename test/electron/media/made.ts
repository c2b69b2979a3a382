import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { MediaCache } from '../../../electron/media/cache';
import { findFfmpeg } from '../../../electron/media/ffmpeg';
import { Inspector } from '../../../electron/media/inspect/inspector';
import { nodeInspector } from '../../../electron/media/inspect/node-process';
import { openMedia, type OpenOptions } from '../../../electron/media/open-media';
import { ensureCliBuild } from '../../../scripts/setup/build-cli.mjs';
import type { MediaInfo, MediaProgress } from '../../../model/media/types';

const run = promisify(execFile);

/** A moving picture and a tone, small enough to be made in a moment; as ffmpeg's inputs. */
export const picture = (seconds: number, options = 's=160x90:r=25') => [
  ...['-f', 'lavfi', '-i', `testsrc2=${options}:d=${seconds}`],
];
export const tone = (seconds: number, hertz = 440) => [
  ...['-f', 'lavfi', '-i', `sine=${hertz}:d=${seconds}`],
];
/** A single picture, and the arguments that make it the cover of the sound before it. */
export const still = (size = '300x200') => [
  ...['-f', 'lavfi', '-t', '0.04', '-i', `testsrc2=s=${size}:r=25:d=0.04`],
];
export const COVER = [
  ...['-map', '0', '-map', '1', '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'],
  ...['-disposition:v', 'attached_pic', '-metadata:s:v', 'comment=Cover (front)'],
];
export const H264_AAC = [
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '50', '-c:a', 'aac'],
];

/** A folder of one test file, with media that real ffmpeg makes in it and a cache beside. */
export class Bench {
  readonly cache: MediaCache;
  readonly inspector: Inspector;
  readonly seen: MediaProgress[] = [];

  private constructor(
    readonly dir: string,
    /** The inspector's program. */
    readonly bundle: string,
  ) {
    this.cache = new MediaCache(join(dir, 'cache'));
    this.inspector = new Inspector(() => nodeInspector(bundle));
  }

  static async open(): Promise<Bench> {
    const cli = await ensureCliBuild(join(import.meta.dirname, '../../..'), () => undefined);
    const dir = await mkdtemp(join(tmpdir(), 'bufferscope-media-'));
    const bench = new Bench(dir, join(dirname(cli), 'inspector.mjs'));
    await bench.cache.open();
    return bench;
  }

  async close(): Promise<void> {
    this.inspector.close();
    await this.cache.close();
    await rm(this.dir, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  /** Makes a file with ffmpeg and returns its path. */
  async make(name: string, ...args: string[]): Promise<string> {
    const { path } = await findFfmpeg();
    await run(path, ['-v', 'error', '-nostdin', '-y', ...args, this.path(name)]);
    return this.path(name);
  }

  /** A copy of a file with its bytes changed; returns its path. */
  async changed(
    from: string,
    name: string,
    change: (bytes: Buffer) => Buffer | Uint8Array,
  ): Promise<string> {
    await writeFile(this.path(name), change(await readFile(from)));
    return this.path(name);
  }

  open(path: string, options: Partial<OpenOptions> = {}): Promise<MediaInfo> {
    return openMedia(path, {
      as: 'auto',
      cache: this.cache,
      inspector: this.inspector,
      ffmpeg: findFfmpeg,
      consumeRate: 1e6,
      onProgress: (progress) => this.seen.push(progress),
      signal: new AbortController().signal,
      ...options,
    });
  }
}
