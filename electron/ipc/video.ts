import { z } from 'zod';

export {
  isMovingPicture,
  MAX_MOVING_PICTURE_MS,
  USUAL_VIDEO,
  VIDEO_CAPTIONS,
  VIDEO_FORMATS,
  VIDEO_RATES,
  VIDEO_SIZES,
  videoOptionsSchema,
  type VideoCaptions,
  type VideoFormat,
  type VideoOptions,
  type VideoRate,
  type VideoSize,
} from '../../model/video/options';

const count = z.number().int().nonnegative();

/** How far the drawing of a video is. */
export const videoProgressSchema = z.object({
  /** Frames that are drawn, of so many. */
  frame: count,
  frames: count,
  /** Over the last seconds; 0 before the first is known. */
  framesPerSecond: z.number().nonnegative(),
  /** How long the rest takes at that speed; null while that is not known. */
  leftMs: z.number().nonnegative().nullable(),
  /** Written so far. */
  bytes: count,
  /** The moment of the run that was drawn last. */
  runMs: z.number().nonnegative(),
});
export type VideoProgress = z.infer<typeof videoProgressSchema>;

/** A video that is there. */
export const videoResultSchema = z.object({
  /** Absolute. */
  file: z.string(),
  bytes: count,
  durationMs: z.number().nonnegative(),
  /** Files that were written beside it: captions, one a language, and the poster. Absolute. */
  beside: z.array(z.string()),
});
export type VideoResult = z.infer<typeof videoResultSchema>;

/** How the making of a video ended. */
export const videoOutcomeSchema = z.discriminatedUnion('ended', [
  z.object({ ended: z.literal('whole'), result: videoResultSchema }),
  /** It ended early and what was drawn is kept and plays; one sentence says why. */
  z.object({ ended: z.literal('kept'), result: videoResultSchema, message: z.string() }),
  /** It was given up, and nothing of it is left. */
  z.object({ ended: z.literal('deleted') }),
]);
export type VideoOutcome = z.infer<typeof videoOutcomeSchema>;

/** A video whose making a crash broke off. */
export const brokenOffVideoSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Where it was to be in the end, absolute. */
  file: z.string(),
  /** Where what was written is, absolute; it plays. */
  part: z.string(),
  bytes: count,
});
export type BrokenOffVideo = z.infer<typeof brokenOffVideoSchema>;
