import type { MediaInfo } from '../../../model/media/types';

/** The source as a run delivers it: text and bytes last as long as consuming them at `rate` (bytes per second) takes. */
export function runSource(media: MediaInfo, rate: number): MediaInfo {
  if (media.kind === 'media') return media;
  const durationS = media.deliveredBytes / rate;
  const end = { bytes: media.deliveredBytes, seconds: durationS };
  return { ...media, durationS, index: [{ bytes: 0, seconds: 0 }, end] };
}
