import type { CameraChoice, LiveSettings } from '../../model/camera/types';
import { CameraProblem } from '../camera/camera-problem';
import { openCapture } from '../camera/capture';
import type { Capture } from '../camera/shared-captures';
import { Recording } from '../camera/recording/recording';
import type { LaneRun } from './lane-run';

/** What has been played is forgotten this far behind the last playhead, seconds: a paused run is stepped back in. */
const KEPT_S = 20;

/** One capture, recorded once, for all lanes of a run: every lane gets the same bytes. */
export class CameraFeed {
  readonly recording: Recording;
  readonly #capture: Capture;
  readonly #live: LiveSettings;
  readonly #lanes: () => readonly LaneRun[];
  readonly #unwatch: () => void;
  #ended: Promise<void> | null = null;

  /** `gone` is called once when the camera goes away by itself, or cannot be recorded any further. */
  constructor(
    capture: Capture,
    live: LiveSettings,
    lanes: () => readonly LaneRun[],
    gone: (problem: CameraProblem) => void,
  ) {
    this.#capture = capture;
    this.#live = live;
    this.#lanes = lanes;
    const lost = (problem: CameraProblem): void => {
      if (this.#ended) return;
      gone(problem);
      void this.#goOnWithout();
    };
    this.recording = new Recording(capture.stream, (detail) =>
      lost(new CameraProblem('broken', capture.name, detail)),
    );
    this.recording.subscribe(({ data, endS }) => this.#hand(data, endS));
    this.#unwatch = capture.onGone(lost);
  }

  start(): void {
    this.recording.start();
  }

  pause(): void {
    this.recording.pause();
  }

  continue(): void {
    this.recording.continue();
  }

  /** Ends the recording and lets go of the camera; settles when the last slice has been handed over. */
  end(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    this.#unwatch();
    // A track that is stopped first takes the end of its recording with it.
    await this.recording.stop();
    this.#capture.close();
  }

  /** What was recorded until now is still delivered and played. */
  async #goOnWithout(): Promise<void> {
    await this.end();
    for (const lane of this.#lanes()) lane.endSource(true);
  }

  #hand(slice: Uint8Array<ArrayBuffer>, endS: number): void {
    for (const lane of this.#lanes()) {
      lane.give(slice);
      if (lane.rules.bufferWhole && endS >= this.#live.recordS) lane.endSource();
    }
    const first = Math.min(...this.#lanes().map(({ positionS }) => positionS));
    if (first < Infinity) this.recording.forget(first - KEPT_S);
  }
}

/** Turns a camera on for the lanes of a run; throws a CameraProblem. `gone` is called once when it goes away by itself. */
export async function openCameraFeed(
  camera: CameraChoice,
  live: LiveSettings,
  lanes: () => readonly LaneRun[],
  gone: (problem: CameraProblem) => void,
): Promise<CameraFeed> {
  return new CameraFeed(await openCapture(camera), live, lanes, gone);
}
