import { z } from 'zod';
import { PREPARED_LOSSES } from '../../../model/media/types';
import { say } from '../../words';
import type { InputFacts, StreamFacts } from '../ffmpeg/ffmpeg-streams';
import { codecName, formatName } from './names';
import { MAX_SIDE } from './prepare-args';
import type { Plan, PlannedStream } from './prepare-plan';

/** What the cache keeps beside a prepared file. */
export const preparedNoteSchema = z.object({
  how: z.enum(['remuxed', 'transcoded']),
  note: z.string(),
  losses: z.array(z.enum(PREPARED_LOSSES)),
  /** Of the user's file. */
  container: z.string(),
  codecs: z.array(z.string()),
});
export type PreparedNote = z.infer<typeof preparedNoteSchema>;

/** A file that lost more than this share of what its header says is cut short. */
const CUT_SHORT = 0.9;

/** What ffmpeg says when a file ends before its index does. */
const ENDS_EARLY = /partial file|File ended prematurely|Packet corrupt|Truncating packet/;

/** What is known of a preparation once it is done. */
export interface PreparationResult {
  /** What the prepared file holds, seconds. */
  durationS: number;
  /** What ffmpeg said on the way. */
  said: string;
  isWebm: boolean;
  /** A picture was made that stands for the film or beside the sound. */
  hasCover: boolean;
  /** The file is recordings joined end to end, of which ffmpeg read the first alone. */
  firstOnly: boolean;
}

/** What was done to a file, in words. */
export function preparedNote(
  plan: Plan,
  facts: InputFacts,
  result: PreparationResult,
): PreparedNote {
  const planned = [plan.video, plan.audio].filter((each) => each !== null);
  const encoded = planned.filter(({ copy }) => !copy);
  const kept = planned.filter(({ copy }) => copy);
  const container = say(`prepared.${plan.container}`);
  const shown = plan.soundOnly || result.hasCover ? 1 : 0;
  const left = facts.streams.length - planned.length - shown;
  const short = cutShort(planned, facts, result);
  const sentences = [
    encoded.length === 0
      ? say('prepared.remuxed', { container })
      : say('prepared.transcoded', { what: encoded.map(change).reduce(and), container }),
    ...(encoded.length === 0 ? [] : kept.map(({ stream }) => keptOf(stream))),
    ...(plan.soundOnly ? [say(`prepared.soundOnly.${plan.isStill ? 'still' : 'failed'}`)] : []),
    ...(result.hasCover && !plan.soundOnly ? [say('prepared.cover')] : []),
    ...(plan.countTimes ? [say('prepared.counted')] : []),
    ...(result.firstOnly ? [say('prepared.firstOnly')] : []),
    ...(left > 0 ? [say('prepared.leftOut', { count: left })] : []),
    ...short,
  ];
  return {
    how: encoded.length === 0 ? 'remuxed' : 'transcoded',
    note: sentences.join(' '),
    losses: [
      ...(short.length > 0 ? (['cut-short'] as const) : []),
      ...(plan.soundOnly && !plan.isStill ? (['sound-only'] as const) : []),
      ...(result.firstOnly ? (['first-only'] as const) : []),
      ...(plan.countTimes ? (['times-counted'] as const) : []),
    ],
    container: formatName(facts.format, facts.brand, result.isWebm),
    codecs: planned.map(({ stream }) => codecName(stream.codec)),
  };
}

/** What is said of a file that holds less than it promises; estimates and the ends of subtitles promise nothing. */
function cutShort(
  planned: readonly PlannedStream[],
  facts: InputFacts,
  { durationS, said }: PreparationResult,
): string[] {
  const promisedS = promisedSeconds(planned, facts);
  if (promisedS !== null && durationS > 0 && durationS < promisedS * CUT_SHORT) {
    const there = durationS.toFixed(1);
    return [say('prepared.cutShort', { there, said: promisedS.toFixed(1) })];
  }
  return promisedS === null && ENDS_EARLY.test(said) ? [say('prepared.endsEarly')] : [];
}

/** How long the streams that are played should last, seconds; null where nothing reliable says so. */
function promisedSeconds(planned: readonly PlannedStream[], facts: InputFacts): number | null {
  const own = planned.map(({ stream }) => stream.durationS);
  if (own.every((seconds) => seconds !== null)) return Math.max(...own);
  return facts.isEstimate || facts.otherStreams > 0 ? null : facts.durationS;
}

const keptOf = (stream: StreamFacts) => say('prepared.kept', { codec: codecName(stream.codec) });
const and = (first: string, second: string) => say('prepared.and', { first, second });

function change({ stream }: PlannedStream): string {
  const { kind, width, height } = stream;
  const from = codecName(stream.codec);
  const to = kind === 'video' ? 'H.264' : 'AAC';
  if (from === to) return say('prepared.anew', { codec: to });
  const factor = MAX_SIDE / Math.max(width, height);
  if (kind === 'audio' || factor >= 1) return say('prepared.change', { from, to });
  const even = (side: number) => Math.floor((side * factor) / 2) * 2;
  const sizes = { width, height, smallerWidth: even(width), smallerHeight: even(height) };
  return say('prepared.smaller', { from, to, ...sizes });
}
