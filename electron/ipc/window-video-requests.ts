import { z } from 'zod';
import { markSchema } from '../../model/run/marks';

const nothing = z.undefined();
const count = z.number().int().nonnegative();
const ms = z.number().nonnegative();

/** A scenario says no more than this, and neither does a person. */
const MAX_MARKS = 10_000;

/** How far a video of the window is. */
export const windowVideoProgressSchema = z.object({
  /** Frames that are in it. */
  frames: count,
  /** Those of them for which no picture was taken in time: each shows the one before it. */
  dropped: count,
  elapsedMs: ms,
  /** Written so far. */
  bytes: count,
});
export type WindowVideoProgress = z.infer<typeof windowVideoProgressSchema>;

/** A video of the window that is there. */
export const windowVideoResultSchema = z.object({
  /** Absolute. */
  file: z.string(),
  bytes: count,
  durationMs: ms,
  frames: count,
  dropped: count,
  /** Captions, one file a language; absolute. */
  beside: z.array(z.string()),
  /** Why it ended before it was told to, one sentence; null when it did not. */
  early: z.string().nullable(),
});
export type WindowVideoResult = z.infer<typeof windowVideoResultSchema>;

/** Requests about the video that is made of the window as it is shown; there is one at a time. */
export const WINDOW_VIDEO_REQUESTS = {
  /**
   * Asks where to, then begins; null when dismissed. `beganMs` is when its first frame was taken, ms since 1970 by the
   * clock of `performance`.
   */
  'window-video:begin': {
    payload: z.object({ title: z.string().min(1).max(1000) }),
    answer: z.object({ file: z.string(), beganMs: z.number() }).nullable(),
  },
  /** All that was said and marked since its first frame; times are from that. */
  'window-video:marks': {
    payload: z.object({ marks: z.array(markSchema).max(MAX_MARKS) }),
    answer: nothing,
  },
  /** Ends it, keeping what is there or not; null when there is none, or nothing was kept. */
  'window-video:end': {
    payload: z.object({ keep: z.boolean() }),
    answer: windowVideoResultSchema.nullable(),
  },
  /** Shows the last one in its folder. */
  'window-video:show': { payload: nothing, answer: nothing },
  /** Plays the last one; the answer is why not, empty when it does. */
  'window-video:play': { payload: nothing, answer: z.string() },
} as const;

/** What main tells the window of that video. */
export const WINDOW_VIDEO_NOTICES = {
  'window-video:progress': windowVideoProgressSchema,
  /** It ended without being told to; a sentence where nothing of it is left. */
  'window-video:ended': z.union([windowVideoResultSchema, z.object({ problem: z.string() })]),
} as const;
