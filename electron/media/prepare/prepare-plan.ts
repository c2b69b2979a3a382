import type { InputFacts, StreamFacts } from '../ffmpeg/ffmpeg-streams';
import type { MseContainer } from '../playable';
import { ownValue } from '../../../model/own-value';

/** What is to be done with one stream. */
export interface PlannedStream {
  stream: StreamFacts;
  /** As it is, or encoded anew (H.264, AAC). */
  copy: boolean;
}

/** How a file is made playable. */
export interface Plan {
  container: MseContainer;
  video: PlannedStream | null;
  audio: PlannedStream | null;
  /** Starts the picture at 0 by repeating its first frame, at a constant rate. */
  fillStart: boolean;
  /** Goes on counting where the file's times fall back, as in recordings that were joined end to end. */
  countTimes: boolean;
  /** A picture that is shown beside the sound instead of a film: a cover, or the only frame of a film. */
  cover: StreamFacts | null;
  /** There is a film, but only its sound is prepared. */
  soundOnly: boolean;
  /** The film is a single picture. */
  isStill: boolean;
}

type Playable = Record<string, (stream: StreamFacts) => boolean>;

const eightBit = ({ pixels, profile }: StreamFacts) =>
  /^yuvj?420p$/.test(pixels) && !/10|4:2:2|4:4:4/.test(profile);
const any = () => true;

/** By ffmpeg's names; the same choice as in playable.ts. */
const VIDEO: Record<MseContainer, Playable> = {
  mp4: { h264: eightBit, vp9: eightBit, av1: ({ pixels }) => /^yuv420p(10le)?$/.test(pixels) },
  webm: {
    vp8: ({ pixels }) => /^yuva?420p$/.test(pixels),
    vp9: ({ pixels }) => /^yuv420p(10le)?$/.test(pixels),
    av1: ({ pixels }) => /^yuv420p(10le)?$/.test(pixels),
  },
};
const AUDIO: Record<MseContainer, Playable> = {
  mp4: { aac: ({ profile }) => /^(LC|HE-AAC|HE-AACv2|)$/.test(profile), opus: any, flac: any },
  webm: { opus: any, vorbis: any },
};

const canCopy = (table: Playable, stream: StreamFacts | null) =>
  stream === null || (ownValue(table, stream.codec)?.(stream) ?? false);

/** The way that loses least; null when there is neither picture nor sound. */
export function planFor(facts: InputFacts): Plan | null {
  const audio = bestAudio(facts.streams);
  const video =
    facts.streams.find(({ kind, isPicture }) => kind === 'video' && (!isPicture || !audio)) ?? null;
  if (!video && !audio) return null;
  const webm = canCopy(VIDEO.webm, video) && canCopy(AUDIO.webm, audio);
  const mp4 = canCopy(VIDEO.mp4, video) && canCopy(AUDIO.mp4, audio);
  // Where both would do, codecs stay at home; early ffmpegs write AV1 well in MP4 only.
  const container: MseContainer = webm && !(mp4 && video?.codec === 'av1') ? 'webm' : 'mp4';
  return {
    container,
    video: video && { stream: video, copy: canCopy(VIDEO[container], video) },
    audio: audio && { stream: audio, copy: canCopy(AUDIO[container], audio) },
    fillStart: false,
    countTimes: false,
    cover: video ? null : (facts.streams.find(({ isPicture }) => isPicture) ?? null),
    soundOnly: false,
    isStill: false,
  };
}

/** The sound of a film alone; whatever can be shown of the picture becomes the cover. */
export function soundOf(plan: Plan, isStill = false): Plan {
  const cover = plan.video?.stream ?? plan.cover;
  return { ...plan, video: null, fillStart: false, cover, soundOnly: true, isStill };
}

/**
 * What to try in turn: as planned, with the sound or all encoded anew, with the start filled, and without the
 * picture.
 */
export function attemptsOf(plan: Plan): Plan[] {
  const anew: Plan = {
    ...plan,
    container: 'mp4',
    video: plan.video && { ...plan.video, copy: false },
    audio: plan.audio && { ...plan.audio, copy: false },
  };
  const copiesVideo = plan.video?.copy === true;
  const copiesAudio = plan.audio?.copy === true;
  const mp4Video = plan.video !== null && canCopy(VIDEO.mp4, plan.video.stream);
  return [
    ...(copiesVideo || copiesAudio ? [plan] : []),
    ...(copiesVideo && copiesAudio && mp4Video ? [{ ...anew, video: plan.video }] : []),
    anew,
    ...(plan.video ? [{ ...anew, fillStart: true }] : []),
    ...(plan.video && plan.audio ? [soundOf(anew)] : []),
  ];
}

/** The track marked as default, else the one with the most channels, else the first. */
function bestAudio(streams: readonly StreamFacts[]): StreamFacts | null {
  const [first = null, ...others] = streams.filter(({ kind }) => kind === 'audio');
  const rank = ({ isDefault, channels }: StreamFacts) => (isDefault ? 100 : 0) + channels;
  return others.reduce<StreamFacts | null>(
    (best, each) => (best === null || rank(each) > rank(best) ? each : best),
    first,
  );
}
