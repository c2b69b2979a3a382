import { z } from 'zod';
import { say } from '../../words';
import type { InputFacts, StreamFacts } from '../ffmpeg/ffmpeg-streams';
import { codecName, formatName } from './names';
import { MAX_SIDE } from './prepare-args';
import type { Plan, PlannedStream } from './prepare-plan';

/** What the cache keeps beside a prepared file. */
export const preparedNoteSchema = z.object({
  how: z.enum(['remuxed', 'transcoded']),
  note: z.string(),
  /** Of the user's file. */
  container: z.string(),
  codecs: z.array(z.string()),
});
export type PreparedNote = z.infer<typeof preparedNoteSchema>;

/** A file that lost more than this share of what its header says is cut short. */
const CUT_SHORT = 0.9;

/** What was done to a file, in words; `durationS` is what the prepared file holds, seconds. */
export function preparedNote(plan: Plan, facts: InputFacts, durationS: number): PreparedNote {
  const planned = [plan.video, plan.audio].filter((each) => each !== null);
  const encoded = planned.filter(({ copy }) => !copy);
  const kept = planned.filter(({ copy }) => copy);
  const container = say(`prepared.${plan.container}`);
  const left = facts.streams.length - planned.length;
  const sentences = [
    encoded.length === 0
      ? say('prepared.remuxed', { container })
      : say('prepared.transcoded', { what: encoded.map(change).reduce(and), container }),
    ...(encoded.length === 0 ? [] : kept.map(({ stream }) => keptOf(stream))),
    ...(left > 0 ? [say('prepared.leftOut', { count: left })] : []),
    ...(facts.durationS !== null && durationS < facts.durationS * CUT_SHORT
      ? [
          say('prepared.cutShort', {
            there: durationS.toFixed(1),
            said: facts.durationS.toFixed(1),
          }),
        ]
      : []),
  ];
  return {
    how: encoded.length === 0 ? 'remuxed' : 'transcoded',
    note: sentences.join(' '),
    container: formatName(facts.format),
    codecs: planned.map(({ stream }) => codecName(stream.codec)),
  };
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
