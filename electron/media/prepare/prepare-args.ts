import { colourTags, encodedColour, scaledColour } from './colour-args';
import type { Plan, PlannedStream } from './prepare-plan';

/** The longer side of a transcoded picture, px: it is decoded three times at once. */
export const MAX_SIDE = 1920;

/** A piece of what is prepared is this long, or a hundredth of a shorter file, but no shorter than a frame; s. */
const PIECE_S = 1;
const PIECES = 100;
const FRAME_S = 0.02;

/** Length of a piece of a file of this length, s; null when the length is not known. */
function pieceS(durationS: number | null): number {
  return Math.max(FRAME_S, Math.min(PIECE_S, (durationS ?? Infinity) / PIECES));
}

/** ffmpeg's arguments after the input: streams, codecs, container, output; `durationS` is that of the input, if known. */
export function outputArgs(plan: Plan, output: string, durationS: number | null): string[] {
  const piece = pieceS(durationS);
  return [
    ...(plan.video ? ['-map', `0:${plan.video.stream.index}`, ...videoArgs(plan.video, plan)] : []),
    ...(plan.audio ? ['-map', `0:${plan.audio.stream.index}`, ...audioArgs(plan.audio, plan)] : []),
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-max_muxing_queue_size', '4096'],
    ...(plan.container === 'mp4'
      ? mp4Args(plan, piece)
      : ['-f', 'webm', '-cluster_time_limit', String(Math.round(piece * 1000))]),
    ...['-y', `file:${output}`],
  ];
}

/** The least side that can be deinterlaced, px. */
const MIN_DEINTERLACED = 3;

/**
 * A time that only rises: it goes on by a frame where the file's own falls back. `step` is the length of one
 * frame in seconds.
 */
const rising = (step: string) => {
  const later = 'gt(PTS\\,PREV_INPTS)';
  return `if(eq(N\\,0)\\,PTS\\,PREV_OUTPTS+if(${later}\\,PTS-PREV_INPTS\\,${step}/TB))`;
};

/** Keyframes a second apart and no B-frames: cheap to decode, and nothing delays the first frame. */
function videoArgs({ copy, stream }: PlannedStream, { fillStart, countTimes }: Plan): string[] {
  if (copy) return ['-c:v', 'copy'];
  const scale = `min(1\\,${MAX_SIDE}/max(iw\\,ih))`;
  const even = (side: string) => `max(2\\,trunc(${side}*${scale}/2)*2)`;
  const colour = encodedColour(stream);
  const small = Math.min(stream.width, stream.height) < MIN_DEINTERLACED;
  const filters = [
    ...(countTimes ? [`setpts=${rising('(1/FRAME_RATE)')}`] : []),
    ...(fillStart ? ['fps=fps=25:start_time=0'] : []),
    ...(small ? [] : ['yadif=deint=interlaced']),
    `scale=w=${even('iw')}:h=${even('ih')}:${scaledColour(stream, colour)}`,
  ];
  return [
    ...['-vf', filters.join(','), '-pix_fmt', 'yuv420p'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-bf', '0', '-sc_threshold', '0'],
    ...['-force_key_frames', 'expr:gte(t,n_forced)'],
    ...colourTags(colour),
  ];
}

/** Gaps, and a late start, become silence: MSE does not play across what is missing. */
function audioArgs({ copy, stream }: PlannedStream, { countTimes }: Plan): string[] {
  if (copy) {
    const bare = stream.codec === 'aac' ? ['-bsf:a', 'aac_adtstoasc'] : [];
    return ['-c:a', 'copy', ...bare];
  }
  const channels = stream.channels === 1 ? '1' : '2';
  const filters = [
    ...(countTimes ? [`asetpts=${rising('(NB_SAMPLES/SR)')}`] : []),
    'aresample=async=1:first_pts=0',
  ];
  return [
    ...['-af', filters.join(','), '-ar', '48000', '-ac', channels],
    ...['-c:a', 'aac', '-b:a', '160k'],
  ];
}

/**
 * Fragments of about one piece, which need not begin with a keyframe. Edit lists are not written, since MSE reads only part of them: the tracks'
 * offsets have to be in the fragments' times (`frag_discont`), which begin at 0 (`make_zero`). The moov waits for
 * the first packets, since some codecs say only there what they are. FLAC and Opus in MP4 were experimental.
 */
function mp4Args({ video }: Plan, piece: number): string[] {
  // Encoded anew, a keyframe is a second apart from the next.
  const cutAtKeyframes = video !== null && !video.copy && piece === PIECE_S;
  const flags = '+empty_moov+default_base_moof+delay_moov+frag_discont';
  return [
    ...['-f', 'mp4', '-strict', '-2', '-use_editlist', '0', '-avoid_negative_ts', 'make_zero'],
    ...['-movflags', cutAtKeyframes ? `${flags}+frag_keyframe` : flags],
    ...(cutAtKeyframes ? [] : ['-frag_duration', String(Math.round(piece * 1e6))]),
  ];
}
