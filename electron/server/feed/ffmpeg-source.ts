import { FfmpegFailed } from '../../media/ffmpeg/ffmpeg-failed';
import { graphArgs, inputArgs } from '../../media/ffmpeg/input-args';
import { runFfmpeg } from '../../media/ffmpeg/ffmpeg-run';
import type { FrameListener, FrameSource } from './broadcaster';
import { JpegSplitter } from './jpeg-splitter';
import { messageOf } from '../../../model/message-of';

/** Frames a second that a source makes. */
export const SOURCE_FPS = 25;

const SIZE = { width: 640, height: 360 };

/** A file in a loop at its own speed, whatever its shape, inside 640x360. */
export function fileInput(path: string): string[] {
  const { width, height } = SIZE;
  const fit = `scale=${width}:${height}:force_original_aspect_ratio=decrease`;
  const frame = `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`;
  return [
    ...['-re', '-stream_loop', '-1', ...inputArgs(path), '-map', '0:v:0'],
    ...['-vf', `fps=${SOURCE_FPS},${fit},${frame},setsar=1`],
  ];
}

/** A moving test picture with the running time in it. */
export function testInput(): string[] {
  const { width, height } = SIZE;
  return ['-re', ...graphArgs(`testsrc2=size=${width}x${height}:rate=${SOURCE_FPS}`)];
}

/** Pictures that an ffmpeg process makes, as JPEGs over a pipe; it is ended when the source is. */
export class FfmpegSource implements FrameSource {
  readonly #abort = new AbortController();
  #over: Promise<void> = Promise.resolve();

  constructor(
    private readonly ffmpegPath: string,
    private readonly input: readonly string[],
  ) {}

  start(listener: FrameListener): void {
    const { signal } = this.#abort;
    const splitter = new JpegSplitter((jpeg) => {
      if (!signal.aborted) listener.frame(jpeg);
    });
    const output = ['-c:v', 'mjpeg', '-q:v', '5', '-f', 'image2pipe', '-'];
    const run = runFfmpeg(
      { path: this.ffmpegPath },
      {
        args: ['-v', 'error', ...this.input, '-an', ...output],
        signal,
        consume: async (pictures) => {
          for await (const piece of pictures) splitter.push(piece as Buffer);
        },
      },
    );
    this.#over = run.then(
      (said) => listener.ended(said),
      (error: unknown) => {
        if (!signal.aborted) listener.ended(detailOf(error));
      },
    );
  }

  stop(): Promise<void> {
    this.#abort.abort();
    return this.#over;
  }
}

function detailOf(error: unknown): string {
  if (error instanceof FfmpegFailed) return `${error.message}\n${error.detail}`;
  return messageOf(error);
}
