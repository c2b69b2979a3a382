import { z } from 'zod';

const nothing = z.undefined();

/** Bytes, as structured clone hands them over. */
const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Where a recording was kept, and how much of it. */
const keptSchema = z.object({ path: z.string(), bytes: z.number().int().nonnegative() });
export type KeptRecording = z.infer<typeof keptSchema>;

/** Requests about a camera's recording that is kept as a file; one at a time. */
export const RECORDING_REQUESTS = {
  /** Asks where to, then begins the file; null when dismissed. */
  'recording:begin': { payload: nothing, answer: z.object({ path: z.string() }).nullable() },
  /** The next bytes; answered when they are written. What fails ends the file as far as it plays, and says so. */
  'recording:slice': { payload: z.object({ bytes: bytesSchema }), answer: nothing },
  /** Ends the file whole and gives it its name; null when none is being written. */
  'recording:end': { payload: nothing, answer: keptSchema.nullable() },
  /** Throws away what has been written. */
  'recording:cancel': { payload: nothing, answer: nothing },
} as const;
