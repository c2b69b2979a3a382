import { CAMERA } from '../../../model/source/camera/kind';
import type { DrawnKind } from '../drawn-kind';
import { CAMERA_CAPTIONS } from './camera-captions';
import { CAMERA_PICTURE } from './camera-picture';

/** A camera as it is drawn. */
export const CAMERA_DRAWN: DrawnKind = {
  id: CAMERA.id,
  picture: CAMERA_PICTURE,
  captions: CAMERA_CAPTIONS,
  charts: async () => (await import('./camera-charts')).CAMERA_CHARTS,
};
