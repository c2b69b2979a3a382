import { pictureArgs } from '../ffmpeg/input-args';
import { SAMPLE_FPS, SAMPLE_LAYERS, sampleGraph } from './sample-graph';

/** Units a second of the sample's video track. */
export const SAMPLE_VIDEO_UNITS = 12800;

/**
 * Bits a second of the picture, and the most that a second may differ. With the sound and the boxes the worst
 * second stays below 8 Mbit, so that a filled million bytes always holds it.
 */
const VIDEO_RATE = 7_300_000;
const VIDEO_BUFFER = 400_000;

/** Finer than this the flat drawing gains nothing: the rest of the rate is filler, which costs no decoding. */
const MIN_QUANTIZER = 14;

/** ffmpeg's arguments that draw, encode and write the sample to standard output; run among the layers. */
export function sampleArgs(seconds: number): string[] {
  const rate = String(VIDEO_RATE);
  return [
    // With several threads, overlay of 2018 draws a few pixels now so, now so; x264's slices would count bits so.
    ...['-filter_complex_threads', '1'],
    ...SAMPLE_LAYERS.flatMap((name) => pictureArgs(`${name}.png`)),
    ...['-filter_complex', sampleGraph(seconds), '-map', '[v]', '-map', '[a]'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-threads', '2'],
    ...['-g', String(SAMPLE_FPS), '-keyint_min', String(SAMPLE_FPS), '-sc_threshold', '0'],
    ...['-b:v', rate, '-minrate', rate, '-maxrate', rate, '-bufsize', String(VIDEO_BUFFER)],
    ...['-qmin', String(MIN_QUANTIZER), '-x264-params', 'nal-hrd=cbr:sliced-threads=0'],
    ...['-video_track_timescale', String(SAMPLE_VIDEO_UNITS), '-c:a', 'aac', '-b:a', '128k'],
    // Nothing of the machine or the day goes into the file.
    ...[
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      '-flags:a',
      '+bitexact',
    ],
    ...['-movflags', '+frag_keyframe+empty_moov+default_base_moof', '-f', 'mp4', 'pipe:1'],
  ];
}
