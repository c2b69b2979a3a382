import type { MediaInfo } from '../media/types';
import { DEFAULT_LIVE, type CameraChoice, type LiveSettings } from './types';

/** What a camera is recorded as: the one kind that a browser both records and plays while it is being recorded. */
export const LIVE_MIME = 'video/webm;codecs="vp8,opus"';

/** What the recorder is asked for, bits per second; a still picture takes less. */
export const LIVE_VIDEO_BITS = 1_500_000;
export const LIVE_AUDIO_BITS = 64_000;

/** A camera as a source; `name` is what people know it by. Sizes and length are those of full buffer's recording. */
export function cameraMedia(
  camera: CameraChoice,
  name: string,
  { recordS }: LiveSettings = DEFAULT_LIVE,
): MediaInfo {
  const bytes = Math.round(((LIVE_VIDEO_BITS + LIVE_AUDIO_BITS) / 8) * recordS);
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
    codecs: ['vp8', 'opus'],
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
