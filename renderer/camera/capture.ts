import type { CameraChoice } from '../../model/camera/types';
import { openCamera } from './camera-input';
import { cameraLight } from './active-captures';
import type { CameraProblem } from './camera-problem';
import { openStage } from './canvas-capture';
import { SharedCaptures } from './shared-captures';
import { openTestPicture } from './test-picture';

/** A camera, or our test picture, while it is on. */
export interface Capture {
  /** What people know it by. */
  readonly name: string;
  /** Whether it is a device. */
  readonly real: boolean;
  /** Size of the picture, px. */
  readonly width: number;
  readonly height: number;
  /** The picture with its time code burned in, and its sound. */
  readonly stream: MediaStream;
  /** The newest picture as JPEG; quality from 0 to 1. */
  jpeg(quality: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Called once when the device goes away by itself; returns the way to stop listening. */
  onGone(callback: (problem: CameraProblem) => void): () => void;
  /** Gives it back: the last one to do so stops every track. */
  close(): void;
}

const captures = new SharedCaptures({
  openSource: async (choice) =>
    choice.kind === 'test' ? openTestPicture() : openCamera(choice.name),
  openStage,
  onAir(sources) {
    // A camera comes before our own picture: the light is for those who are seen.
    const shown = sources.find(({ real }) => real) ?? sources[0];
    cameraLight.setState({ on: shown?.name ?? null });
  },
});

/** Turns a camera on, or joins those who have it on already; throws a CameraProblem. */
export function openCapture(choice: CameraChoice): Promise<Capture> {
  return captures.open(choice);
}
