import { z } from 'zod';
import { runLogSchema } from '../../model/run/schema';
import { PICTURE_THEMES } from '../../model/runs/export-formats';

/** What main tells the page of a video's stage. */
export const stageOrderSchema = z.discriminatedUnion('ask', [
  /** Draws this run; answered by `ready` when its first picture can be asked for. */
  z.object({
    ask: z.literal('begin'),
    log: runLogSchema,
    theme: z.enum(PICTURE_THEMES),
    /** The caption bar stands below the lanes. */
    captioned: z.boolean(),
    /** Where the run's media file is served; null shows positions in words. */
    media: z.string().nullable(),
    /** The moments that will be asked for, in this order, ms of the run's clock. */
    momentsMs: z.array(z.number()),
  }),
  /** Draws the next moment, and answers `stands` when it is drawn. */
  z.object({ ask: z.literal('show'), frame: z.number().int().nonnegative() }),
]);
export type StageOrder = z.infer<typeof stageOrderSchema>;

/** What the page of a video's stage tells main. */
export const stageReplySchema = z.discriminatedUnion('told', [
  /** Whether its players show pictures, or positions in words. */
  z.object({ told: z.literal('ready'), pictures: z.boolean() }),
  z.object({ told: z.literal('stands'), frame: z.number().int().nonnegative() }),
  z.object({ told: z.literal('failed'), message: z.string() }),
]);
export type StageReply = z.infer<typeof stageReplySchema>;

/** The stage's port reaches its page as a window message of this shape. */
export const stagePortMessageSchema = z.object({ bufferscope: z.literal('stage-port') });
export type StagePortMessage = z.infer<typeof stagePortMessageSchema>;
