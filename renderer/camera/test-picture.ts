import { evenSize, type PictureWish } from '../../model/camera/picture';
import { say } from '../ui/words';
import { openTone } from './audio-track';
import type { PictureSource } from './picture-source';

/** Our own picture, with a quiet tone. It needs no device. */
export function openTestPicture({ perSecond, ...wished }: PictureWish): PictureSource {
  const tone = openTone();
  return {
    name: say('camera.testPicture'),
    real: false,
    picture: { ...evenSize(wished), perSecond, turn: 0 },
    sound: tone.track,
    takePainted: () => ({ kind: 'test' }),
    onGone: () => undefined,
    close: () => tone.stop(),
  };
}
