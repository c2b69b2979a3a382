import type { Bridge } from '../../electron/ipc/contract';
import { kindsOf, type RecordingKind } from '../../model/camera/recording-kind';
import { codecOfLive, liveOf } from '../../model/camera/types';
import type { FrameFile } from '../camera/recording/frame-file';
import type { FrameSource } from '../camera/frame-source';
import type { LiveRun } from './types';

/** Bytes of the file of pictures, and where they belong in it. */
interface Piece {
  bytes: Uint8Array<ArrayBuffer>;
  position: number;
}

/** The pictures of a camera's run on their way to a file beside it, from which any moment's can be shown again. */
export class KeptPictures {
  readonly #file: Promise<FrameFile>;
  readonly #leave: () => void;
  #heard: Promise<void> = Promise.resolve();
  #pieces: Piece[] = [];

  /** Follows the frames from now on. */
  constructor(
    frames: Pick<FrameSource, 'subscribe'>,
    kind: RecordingKind,
    private readonly bridge: Pick<Bridge, 'request'>,
  ) {
    // Few runs keep their pictures: what writes the file is loaded with the first.
    this.#file = import('../camera/recording/frame-file').then(
      ({ FrameFile: File }) =>
        new File(kind, (bytes, position) => this.#pieces.push({ bytes, position }), true),
    );
    this.#leave = frames.subscribe((frame, config) => {
      this.#heard = this.#heard.then(async () => (await this.#file).push(frame, config));
      // Told by `finish`.
      this.#heard.catch(() => undefined);
    });
  }

  /** Hands main what has come since, under the name of the run. */
  async write(runId: string): Promise<void> {
    const pieces = joinedPieces(this.#pieces.splice(0));
    await Promise.all(
      pieces.map(({ bytes, position }) =>
        this.bridge.request('runs:append-pictures', { runId, bytes, position }),
      ),
    );
  }

  /** The run is over: ends the file, and hands main the rest. */
  async finish(runId: string): Promise<void> {
    this.#leave();
    await this.#heard;
    await (await this.#file).finish();
    await this.write(runId);
  }

  /** The run is not kept, and so neither are they. */
  drop(): void {
    this.#leave();
    this.#pieces = [];
  }
}

/** Follows the pictures of a run where they are to be kept; null where they are not. */
export function keptPictures(
  run: Pick<LiveRun, 'frames' | 'plan'>,
  bridge: Pick<Bridge, 'request'>,
): KeptPictures | null {
  const live = liveOf(run.plan.settings);
  if (!run.frames || live.keepPictures !== true) return null;
  return new KeptPictures(run.frames, kindsOf(codecOfLive(live))[0], bridge);
}

/** Pieces that follow one another in the file as one. */
function joinedPieces(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.position + last.bytes.length === piece.position) runs.at(-1)?.push(piece);
    else runs.push([piece]);
  }
  return runs.map((run) => {
    const position = run[0]?.position ?? 0;
    const bytes = new Uint8Array(run.reduce((sum, each) => sum + each.bytes.length, 0));
    for (const each of run) bytes.set(each.bytes, each.position - position);
    return { bytes, position };
  });
}
