import { z } from 'zod';
import { recordingKindSchema } from '../../model/camera/recording-kind';
import { bytesOf } from './bounds';

const nothing = z.undefined();

/** What a recorder hands over at once, at most, bytes. */
const MAX_SLICE_BYTES = 64_000_000;

/** Where a recording was kept, and how much of it. */
const keptSchema = z.object({ path: z.string(), bytes: z.number().int().nonnegative() });
export type KeptRecording = z.infer<typeof keptSchema>;

/** A recording that is being written: where it will be, and as what. */
const begunSchema = z.object({ path: z.string(), kind: recordingKindSchema });
export type BegunRecording = z.infer<typeof begunSchema>;

/** Requests about a camera's recording that is kept as a file; one at a time. */
export const RECORDING_REQUESTS = {
  /** Asks where to and as which of these kinds, then begins the file; null when dismissed. */
  'recording:begin': {
    payload: z.object({ kinds: z.array(recordingKindSchema).min(1) }),
    answer: begunSchema.nullable(),
  },
  /** The next bytes; answered when they are written. What fails ends the file as far as it plays, and says so. */
  'recording:slice': { payload: z.object({ bytes: bytesOf(MAX_SLICE_BYTES) }), answer: nothing },
  /** Ends the file whole and gives it its name; null when none is being written. */
  'recording:end': { payload: nothing, answer: keptSchema.nullable() },
  /** Throws away what has been written. */
  'recording:cancel': { payload: nothing, answer: nothing },
  /** The recording that a crash left unfinished, as long as nobody has decided about it; offered once. */
  'recording:left': { payload: nothing, answer: keptSchema.nullable() },
  /** Finishes it as a file, or deletes it; where it is then, null when it is no more. */
  'recording:settle-left': {
    payload: z.object({ keep: z.boolean() }),
    answer: keptSchema.nullable(),
  },
} as const;
