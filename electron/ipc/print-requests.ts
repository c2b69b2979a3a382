import { z } from 'zod';
import { lessonRecordSchema } from '../../model/lesson/record';
import { PAPERS, PRINT_KINDS } from '../../model/lesson/print';
import type { Lesson } from '../../model/lesson/types';

const nothing = z.undefined();

/** What is printed: a lesson as it is read here, and what was done in it. */
export const handoutSchema = z.object({
  kind: z.enum(PRINT_KINDS),
  paper: z.enum(PAPERS),
  lesson: z.custom<Lesson>((value) => typeof value === 'object' && value !== null),
  /** What the learner has done; for the key what was measured or is foreseen. */
  record: lessonRecordSchema,
  /** True where the figures are those of the model, not of a run. */
  foreseen: z.boolean(),
});
export type Handout = z.infer<typeof handoutSchema>;

/** Requests about handouts. */
export const PRINT_REQUESTS = {
  /** Asks where to, then writes a PDF; null when dismissed or stopped. */
  'lessons:print': { payload: handoutSchema, answer: z.string().nullable() },
  /** Stops the PDF that is being made. */
  'lessons:stop-printing': { payload: nothing, answer: nothing },
} as const;

/** What that page answers. */
export const printReplySchema = z.discriminatedUnion('told', [
  z.object({ told: z.literal('stands') }),
  z.object({ told: z.literal('failed'), message: z.string() }),
]);
export type PrintReply = z.infer<typeof printReplySchema>;

/** The port reaches the page as a window message of this shape. */
export const printPortMessageSchema = z.object({ bufferscope: z.literal('print-port') });
export type PrintPortMessage = z.infer<typeof printPortMessageSchema>;
