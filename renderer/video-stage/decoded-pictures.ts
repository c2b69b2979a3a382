import { ALL_FORMATS, Input, UrlSource, VideoSampleSink, type VideoSample } from 'mediabunny';
import type { Method } from '../../model/delivery/types';
import type { RecordedRun } from '../../model/run/recorded-run';
import type { RunPictures } from '../../model/run/run-view';

/** A lane's picture, and what its player will show. */
interface DrawnLane {
  canvas: HTMLCanvasElement;
  samples: AsyncGenerator<VideoSample | null, void, unknown>;
  /** When the sample that stands begins, seconds; null before the first. */
  shownS: number | null;
}

/**
 * The pictures of a recorded run at moments that are known before: its media file is decoded forward, once for each lane,
 * and the frame of a lane's position is drawn on a canvas. A seek in a <video> takes longer and may land elsewhere.
 */
export class DecodedPictures implements RunPictures {
  readonly #input: Input;
  readonly #lanes: ReadonlyMap<Method, DrawnLane>;

  private constructor(input: Input, lanes: ReadonlyMap<Method, DrawnLane>) {
    this.#input = input;
    this.#lanes = lanes;
  }

  /** Opens the file that is served at `url`; null when it has no picture that can be decoded here. */
  static async open(
    url: string,
    run: RecordedRun,
    momentsMs: readonly number[],
  ): Promise<DecodedPictures | null> {
    const input = new Input({ formats: ALL_FORMATS, source: new UrlSource(url) });
    const track = await input.getPrimaryVideoTrack();
    if (!track || !(await track.canDecode())) {
      input.dispose();
      return null;
    }
    const width = await track.getDisplayWidth();
    const height = await track.getDisplayHeight();
    const lanes = run.lanes.map((lane): [Method, DrawnLane] => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      // Frames of a software decoder are the same on every machine.
      const sink = new VideoSampleSink(track, { hardwareAcceleration: 'prefer-software' });
      const positions = positionsOf(momentsMs, (ms) => lane.frameAt(ms).positionS);
      return [lane.method, { canvas, samples: sink.samplesAtTimestamps(positions), shownS: null }];
    });
    return new DecodedPictures(input, new Map(lanes));
  }

  pictureOf(method: Method): HTMLElement | null {
    return this.#lanes.get(method)?.canvas ?? null;
  }

  textOf(): null {
    return null;
  }

  /** Draws the pictures of the next moment. */
  async next(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map(drawNext));
  }

  /** Lets go of the media file. */
  async dispose(): Promise<void> {
    for (const { samples } of this.#lanes.values()) await samples.return();
    this.#input.dispose();
  }
}

async function drawNext(lane: DrawnLane): Promise<void> {
  const { value: sample } = await lane.samples.next();
  // Before the file's first frame there is nothing to be seen.
  if (!sample) return;
  if (sample.timestamp !== lane.shownS) {
    const { canvas } = lane;
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('A canvas has no context.');
    sample.draw(context, 0, 0, canvas.width, canvas.height);
    lane.shownS = sample.timestamp;
  }
  sample.close();
}

/** Positions one after the other, as the decoder asks for them. */
function* positionsOf(
  momentsMs: readonly number[],
  positionS: (runMs: number) => number,
): Generator<number> {
  for (const momentMs of momentsMs) yield Math.max(0, positionS(momentMs));
}
