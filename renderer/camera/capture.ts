import type { PictureWish } from '../../model/camera/picture';
import type { CameraChoice } from '../../model/camera/types';
import { openCamera } from './camera-input';
import { activeCaptures } from './active-captures';
import { openCaptureStage } from './capture-stage';
import { SharedCaptures, type Capture } from './shared-captures';
import { openTestPicture } from './test-picture';

const captures = new SharedCaptures({
  openSource: async (choice, wish) =>
    choice.kind === 'test' ? openTestPicture(wish) : openCamera(choice.name, wish),
  openStage: openCaptureStage,
  onAir(sources) {
    // A camera comes before our own picture: the light is for those who are seen.
    const shown = sources.find(({ real }) => real) ?? sources[0];
    activeCaptures.setState({ on: shown?.name ?? null });
  },
});

/** Turns a camera on, or joins those who have it on already with the same picture; throws a CameraProblem. */
export function openCapture(choice: CameraChoice, wish?: PictureWish): Promise<Capture> {
  return captures.open(choice, wish);
}
