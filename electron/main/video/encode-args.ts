import { isMovingPicture, type VideoFormat } from '../../../model/video/options';

/** One of our own files, whatever it is called. */
export const ownFile = (path: string): string[] => [
  '-protocol_whitelist',
  'file',
  '-i',
  `file:${path}`,
];

/** What is written is on the disk after so long of the video, ms: a crash loses no more, and what waits in the encoder. */
const FRAGMENT_MS = 250;

/** Frames that the encoder looks ahead: more would be lost in a crash, and hardly make the file smaller. */
const LOOK_AHEAD = 5;

/** A picture that can be sought stands at this distance, seconds. */
const KEY_S = 2;

/** Pictures of a screen are full range and of the sRGB primaries; a video says so in the words of BT.709. */
const COLOURS = [
  '-vf',
  'scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int,format=yuv420p',
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  ...['-color_range', 'tv'],
];

/** The pictures that an encoder is given, and what becomes of them. */
export interface EncodedPictures {
  /** Of every picture, px, even. */
  sides: { width: number; height: number };
  /** Pictures a second. */
  fps: number;
  format: VideoFormat;
  /** They come as time goes: the encoder spends less on each, and the file is larger. */
  live?: boolean;
}

/** Arguments that read raw pictures from the standard input, and the sound of a file where there is one. */
function inputs({ sides, fps, format }: EncodedPictures, sound: string | null): string[] {
  return [
    ...['-f', 'rawvideo', '-pix_fmt', 'bgra', '-s', `${sides.width}x${sides.height}`],
    ...['-r', String(fps)],
    ...['-i', 'pipe:0'],
    ...(sound === null ? ['-map', '0:v'] : [...ownFile(sound), '-map', '0:v', '-map', '1:a']),
    ...(sound === null ? [] : ['-c:a', 'copy']),
    ...(sound !== null && format === 'mp4' ? ['-bsf:a', 'aac_adtstoasc'] : []),
  ];
}

/** What a video is written as while it is drawn: it plays as far as it goes, whenever that ends. */
export function encodeArgs(
  pictures: EncodedPictures,
  sound: string | null,
  part: string,
): string[] {
  const { format, fps, live = false } = pictures;
  const every = [...inputs(pictures, sound), '-flush_packets', '1', '-y'];
  if (isMovingPicture(format)) {
    const lossless = ['-c:v', 'libx264rgb', '-preset', 'ultrafast', '-qp', '0'];
    return [...every, ...lossless, '-f', 'matroska', `file:${part}`];
  }
  const key = ['-g', String(KEY_S * fps)];
  if (format === 'webm') {
    return [
      ...[...every, ...COLOURS, ...key, '-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '31'],
      ...['-deadline', 'realtime', '-cpu-used', '7', '-row-mt', '1', '-lag-in-frames', '0'],
      ...['-cluster_time_limit', String(FRAGMENT_MS), '-f', 'webm', `file:${part}`],
    ];
  }
  return [
    ...[...every, ...COLOURS, ...key, '-c:v', 'libx264', '-crf', '18'],
    ...['-preset', live ? 'ultrafast' : 'veryfast'],
    // As many threads everywhere: the encoder's delay grows with them, and so does what a crash loses.
    ...['-threads', '4', '-x264-params', `rc-lookahead=${LOOK_AHEAD}`],
    // Frames that look ahead would make a file without an edit list, as this one is, begin later than its sound.
    ...['-bf', '0'],
    ...['-movflags', '+empty_moov+default_base_moof', '-frag_duration', String(FRAGMENT_MS * 1000)],
    ...['-f', 'mp4', `file:${part}`],
  ];
}

/** Colours of a moving picture, and how it hides that it has few. */
const PALETTE = 'palettegen=stats_mode=diff';
const DITHER = 'paletteuse=dither=bayer:bayer_scale=5:diff_mode=rectangle';

/** What turns the lossless pictures of `part` into a picture that moves. */
export function movingPictureArgs(format: 'webp' | 'gif', part: string, whole: string): string[] {
  const input = [...ownFile(part), '-an', '-y', '-loop', '0'];
  if (format === 'webp') {
    const lossy = ['-c:v', 'libwebp_anim', '-lossless', '0', '-q:v', '80', '-f', 'webp'];
    return [...input, ...lossy, `file:${whole}`];
  }
  // No GIF shows more than 50 pictures a second; 25 last a whole number of its hundredths each.
  return [...input, '-filter_complex', gifGraph(), '-f', 'gif', `file:${whole}`];
}

const gifGraph = (): string => `fps=25,split[a][b];[a]${PALETTE}[p];[b][p]${DITHER}`;
