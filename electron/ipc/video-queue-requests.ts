import { z } from 'zod';
import { runLogSchema } from '../../model/run/schema';
import { VIDEO_FORMATS, videoOptionsSchema } from '../../model/video/options';
import { videoSubjectSchema } from '../../model/video/subject';
import { bytesOf, idSchema } from './bounds';
import { videoProgressSchema, videoResultSchema } from './video';

const nothing = z.undefined();
const count = z.number().int().nonnegative();
const ms = z.number().nonnegative();
const titleSchema = z.string().min(1).max(1000);
const one = z.object({ id: idSchema });

/** The run that a video is made of: one that is kept, one that the window has, or that of another video. */
export const videoSourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('kept'), id: idSchema }),
  z.object({ from: z.literal('log'), log: runLogSchema }),
  z.object({ from: z.literal('video'), id: idSchema }),
]);
export type VideoSource = z.infer<typeof videoSourceSchema>;

/** How a video of the queue stands; times are wall time. */
export const videoStateSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('waiting') }),
  z.object({
    is: z.literal('running'),
    /** Null until the first frame. */
    progress: videoProgressSchema.nullable(),
    goingMs: ms,
    /** It has been told to end, and ends. */
    ending: z.boolean(),
  }),
  z.object({
    is: z.literal('done'),
    result: videoResultSchema,
    /** Null of a video that was rescued. */
    tookMs: ms.nullable(),
    /** Why it ended early, one sentence; null of a whole one. */
    early: z.string().nullable(),
  }),
  z.object({ is: z.literal('failed'), message: z.string() }),
]);
export type VideoState = z.infer<typeof videoStateSchema>;

/** A video of the queue. */
export const queuedVideoSchema = z.object({
  id: idSchema,
  title: titleSchema,
  /** Where it is to be, or is, absolute: to be read, never to be sent back. */
  file: z.string(),
  options: videoOptionsSchema,
  subject: videoSubjectSchema,
  state: videoStateSchema,
});
export type QueuedVideo = z.infer<typeof queuedVideoSchema>;

/** A video that was not finished when the app ended. */
export const unfinishedVideoSchema = z.object({
  id: idSchema,
  title: z.string(),
  file: z.string(),
  /** What is written of it, bytes; null when nothing had been begun. */
  bytes: count.nullable(),
  /** It can be drawn again: its run is there. */
  again: z.boolean(),
});
export type UnfinishedVideo = z.infer<typeof unfinishedVideoSchema>;

/** What becomes of an unfinished video. */
export const RECOVERIES = ['finish', 'keep', 'delete', 'leave'] as const;
export type Recovery = (typeof RECOVERIES)[number];

/** Where a video is to be; the window names it by the ticket alone. */
export const videoPlaceSchema = z.object({
  ticket: idSchema,
  /** The name of the file, and of its folder as people call it. */
  name: z.string(),
  folder: z.string(),
  path: z.string(),
  /** What is free there, bytes; null when the system does not say. */
  freeBytes: z.number().nonnegative().nullable(),
  /** What a frame of full HD takes on this computer, ms. */
  paceMs: z.number().positive(),
});
export type VideoPlace = z.infer<typeof videoPlaceSchema>;

/** Requests about videos that are made, one after the other. */
export const VIDEO_REQUESTS = {
  'videos:list': {
    payload: nothing,
    answer: z.object({
      videos: z.array(queuedVideoSchema),
      /** Those that are offered now, and never again. */
      unfinished: z.array(unfinishedVideoSchema),
    }),
  },
  /** What a kept run, or that of another video, has to show. */
  'videos:subject': {
    payload: videoSourceSchema,
    answer: videoSubjectSchema,
  },
  /**
   * Where a video of this name is to be: where `ticket` says, with the ending of the format, or in the folder of
   * videos, under a name that is free. With `ask` a person is asked; null when dismissed.
   */
  'videos:place': {
    payload: z.object({
      name: titleSchema,
      format: z.enum(VIDEO_FORMATS),
      ticket: idSchema.nullable(),
      ask: z.boolean(),
    }),
    answer: videoPlaceSchema.nullable(),
  },
  /** Puts a video at the end of the queue; answers its id. */
  'videos:add': {
    payload: z.object({
      source: videoSourceSchema,
      title: titleSchema,
      ticket: idSchema,
      options: videoOptionsSchema,
    }),
    answer: z.string(),
  },
  /** Moves one that waits before or behind the next that waits. */
  'videos:move': {
    payload: one.extend({ by: z.union([z.literal(-1), z.literal(1)]) }),
    answer: nothing,
  },
  /** Takes one out that waits or is over, or ends the one that is made, keeping what is drawn or not. */
  'videos:remove': { payload: one.extend({ keep: z.boolean() }), answer: nothing },
  /** The picture of one that is made or done, a PNG; null while there is none. */
  'videos:picture': { payload: one, answer: bytesOf(64_000_000).nullable() },
  /** Opens a video that is done with what the system plays it by; the answer is why not, empty when it does. */
  'videos:play': { payload: one, answer: z.string() },
  /** Shows a video that is done in its folder. */
  'videos:show': { payload: one, answer: nothing },
  /** What becomes of a video that was not finished; the file of one that is kept and stands in no queue. */
  'videos:recover': {
    payload: one.extend({ how: z.enum(RECOVERIES) }),
    answer: z.string().nullable(),
  },
} as const;

/** What main tells the window of videos. */
export const VIDEO_NOTICES = {
  /** The queue is another. */
  'videos:changed': z.array(queuedVideoSchema),
  /** The one that is made has come further. */
  'videos:progress': z.object({ id: idSchema, progress: videoProgressSchema, goingMs: ms }),
  /** The frame of it that was drawn last, a PNG. */
  'videos:drawn': z.object({ id: idSchema, png: z.instanceof(Uint8Array) }),
} as const;
