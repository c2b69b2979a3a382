import { colourTags, encodedColour, scaledColour } from './colour-args';
import type { Plan, PlannedStream } from './prepare-plan';

/** The longer side of a transcoded picture, px: it is decoded three times at once. */
export const MAX_SIDE = 1920;

/** ffmpeg's arguments after the input: streams, codecs, container, output. */
export function outputArgs(plan: Plan, output: string): string[] {
  return [
    ...(plan.video ? ['-map', `0:${plan.video.stream.index}`, ...videoArgs(plan.video, plan)] : []),
    ...(plan.audio ? ['-map', `0:${plan.audio.stream.index}`, ...audioArgs(plan.audio, plan)] : []),
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-max_muxing_queue_size', '4096'],
    ...(plan.container === 'mp4' ? mp4Args(plan) : ['-f', 'webm', '-cluster_time_limit', '1000']),
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
 * Fragments of about one second. Edit lists are not written, since MSE reads only part of them: the tracks'
 * offsets have to be in the fragments' times (`frag_discont`), which begin at 0 (`make_zero`). The moov waits for
 * the first packets, since some codecs say only there what they are. FLAC and Opus in MP4 were experimental.
 */
function mp4Args({ video }: Plan): string[] {
  const cutAtKeyframes = video !== null && !video.copy;
  const flags = '+empty_moov+default_base_moof+delay_moov+frag_discont';
  return [
    ...['-f', 'mp4', '-strict', '-2', '-use_editlist', '0', '-avoid_negative_ts', 'make_zero'],
    ...['-movflags', cutAtKeyframes ? `${flags}+frag_keyframe` : flags],
    ...(cutAtKeyframes ? [] : ['-frag_duration', '1000000']),
  ];
}
