/**
 * What Chromium's MSE plays without leave of the operating system, measured with MediaSource.isTypeSupported on
 * Chromium 130 (Linux, no GPU): HEVC, AC-3, MP3 in MP4 and VP8 in MP4 are not among it. High 10 and 4:2:2 are
 * said to be supported, but are left out: not every platform decodes them.
 */
const MP4_CODECS = [
  /^avc[13]\.(42|4d|58|64)[0-9a-f]{4}$/i,
  /^vp09\.0[02]\./,
  /^av01\.0\./,
  /^mp4a\.(40\.(2|5|29)|67)$/,
  /^opus$/i,
  /^flac$/i,
];
const WEBM_CODECS = [/^vp8$/, /^vp9$/, /^vp09\.0[02]\./, /^av01\.0\./, /^opus$/i, /^vorbis$/i];

/** The containers that MSE takes. */
export type MseContainer = 'mp4' | 'webm';

/** True when MSE plays this codec (its string as in a MIME type) in this container. */
export function msePlays(container: MseContainer, codec: string): boolean {
  return (container === 'mp4' ? MP4_CODECS : WEBM_CODECS).some((known) => known.test(codec));
}
