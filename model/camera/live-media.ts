import type { MediaInfo } from '../media/types';
import { DEFAULT_PICTURE, type CapturedPicture } from './picture';
import {
  codecOfLive,
  DEFAULT_LIVE,
  pictureOf,
  type CameraChoice,
  type LiveSettings,
} from './types';

/** What a camera is recorded as: the one kind that a browser both records and plays while it is being recorded. */
export const LIVE_MIME = 'video/webm;codecs="vp8,opus"';

/** What an encoder is asked for at 640x360 and 30 pictures a second, bits per second; a still picture takes less. */
export const LIVE_VIDEO_BITS = 1_500_000;
export const LIVE_AUDIO_BITS = 64_000;

/** Of a picture of four times as many pixels less than four times as much changes, and of twice as many a second. */
const PIXEL_POWER = 0.75;
const RATE_POWER = 0.5;

type Pictures = Pick<CapturedPicture, 'width' | 'height' | 'perSecond'>;

/** What an encoder is asked for at this size and rate, bits per second. */
export function videoBitsOf({ width, height, perSecond }: Pictures): number {
  const { width: w, height: h, perSecond: rate } = DEFAULT_PICTURE;
  const pixels = ((width * height) / (w * h)) ** PIXEL_POWER;
  return Math.round(LIVE_VIDEO_BITS * pixels * (perSecond / rate) ** RATE_POWER);
}

/** What a camera delivers with its sound, about, bytes per second. */
export const liveRate = (picture: Pictures = DEFAULT_PICTURE): number =>
  (videoBitsOf(picture) + LIVE_AUDIO_BITS) / 8;

/** A camera as a source; `name` is what people know it by. Sizes and length are those of full buffer's recording. */
export function cameraMedia(
  camera: CameraChoice,
  name: string,
  live: LiveSettings = DEFAULT_LIVE,
): MediaInfo {
  const { recordS } = live;
  const bytes = Math.round(liveRate(pictureOf(live)) * recordS);
  return {
    id: camera.kind === 'test' ? 'camera:test' : `camera:${camera.name}`,
    sourcePath: '',
    name,
    bytes,
    kind: 'camera',
    deliveredPath: '',
    deliveredBytes: bytes,
    mime: LIVE_MIME,
    durationS: recordS,
    container: 'webm',
    codecs: [codecOfLive(live), 'opus'],
    hasVideo: true,
    hasAudio: true,
    prepared: null,
    startS: 0,
    cover: null,
    index: [
      { bytes: 0, seconds: 0 },
      { bytes, seconds: recordS },
    ],
    camera,
  };
}
