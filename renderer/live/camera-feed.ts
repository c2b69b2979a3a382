import type { DroppedFrames, EncodedFrame, FrameConfig, Track } from '../../model/camera/frame';
import { endSOf } from '../../model/camera/frame-buffer';
import { thinFrames } from '../../model/camera/frame-index';
import { packFrame } from '../../model/camera/frame-packet';
import type { CapturedPicture } from '../../model/camera/picture';
import {
  codecOfLive,
  pictureOf,
  type CameraChoice,
  type LiveSettings,
} from '../../model/camera/types';
import type { IndexPoint } from '../../model/media/types';
import { CameraProblem } from '../camera/camera-problem';
import { openCapture } from '../camera/capture';
import { FrameEncoder } from '../camera/frame-encoder';
import type { FrameSource } from '../camera/frame-source';
import type { Capture } from '../camera/shared-captures';
import type { LaneRun } from './lane-run';

/** One capture, encoded once, for all lanes of a run: every lane gets the same frames, each as one chunk. */
export class CameraFeed {
  readonly #frames: FrameEncoder;
  readonly #capture: Capture;
  readonly #live: LiveSettings;
  readonly #lanes: () => readonly LaneRun[];
  readonly #unwatch: () => void;
  readonly #index: IndexPoint[] = [{ bytes: 0, seconds: 0 }];
  /** What the lanes know of each track. */
  readonly #configs = new Map<Track, FrameConfig>();
  #bytes = 0;
  #ended: Promise<void> | null = null;

  /** `gone` is called once when the camera goes away by itself, or cannot be encoded any further. */
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
    const broken = (detail: string): void =>
      lost(new CameraProblem('broken', capture.name, detail));
    this.#frames = new FrameEncoder(capture, codecOfLive(live), broken);
    this.#frames.subscribe((frame, config) => this.#hand(frame, config));
    this.#unwatch = capture.onGone(lost);
  }

  /** The frames that the lanes get, for whoever else wants them. */
  get frames(): FrameSource {
    return this.#frames;
  }

  /** Which byte ends which picture, and which of them are key frames; it grows, and what is old is thinned. */
  get index(): readonly IndexPoint[] {
    return this.#index;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get seconds(): number {
    return this.#index.at(-1)?.seconds ?? 0;
  }

  /** Pictures that have been lost so far. */
  get dropped(): Readonly<DroppedFrames> {
    return this.#frames.dropped;
  }

  /** What the camera gives. */
  get picture(): CapturedPicture {
    const { width, height, perSecond, turn } = this.#capture;
    return { width, height, perSecond, turn };
  }

  start(): void {
    this.#frames.start();
  }

  pause(): void {
    this.#frames.pause();
  }

  continue(): void {
    this.#frames.continue();
  }

  /** The next picture becomes a key frame. */
  requestKeyFrame(): void {
    this.#frames.requestKeyFrame();
  }

  /** Ends the frames and lets go of the camera; settles when the last frame has been handed over. */
  end(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    this.#unwatch();
    await this.#frames.stop();
    this.#capture.close();
  }

  /** What was encoded until now is still delivered and played. */
  async #goOnWithout(): Promise<void> {
    await this.end();
    for (const lane of this.#lanes()) lane.endSource(true);
  }

  #hand(frame: EncodedFrame, config: FrameConfig): void {
    const isNew = this.#configs.get(frame.track) !== config;
    this.#configs.set(frame.track, config);
    const packet = packFrame({ frame, config: isNew ? config : null });
    this.#bytes += packet.length;
    const endS = endSOf(frame);
    const isPicture = frame.track === 'video';
    if (isPicture) {
      this.#index.push({ bytes: this.#bytes, seconds: endS, ...(frame.key && { key: true }) });
    }
    for (const lane of this.#lanes()) {
      lane.give(packet);
      if (isPicture && lane.rules.bufferWhole && endS >= this.#live.recordS) lane.endSource();
    }
    thinFrames(this.#index);
  }
}

/** Turns a camera on for the lanes of a run; throws a CameraProblem. `gone` is called once when it goes away by itself. */
export async function openCameraFeed(
  camera: CameraChoice,
  live: LiveSettings,
  lanes: () => readonly LaneRun[],
  gone: (problem: CameraProblem) => void,
): Promise<CameraFeed> {
  return new CameraFeed(await openCapture(camera, pictureOf(live)), live, lanes, gone);
}
