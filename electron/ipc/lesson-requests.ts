import { z } from 'zod';
import { lessonRecordSchema } from '../../model/lesson/record';
import type { Lesson } from '../../model/lesson/types';
import { mediaInfoSchema, mediaRefusalSchema } from '../../model/media/types';
import type { FileProblem } from './scenario-requests';

const nothing = z.undefined();

/** A lesson that there is, or why its file is none. */
export type ListedLesson = { id: string } & (
  { ok: true; lesson: Lesson } | { ok: false; problems: FileProblem[] }
);

/** Requests about lessons. */
export const LESSON_REQUESTS = {
  /**
   * Those that come with the app, in order, in this language where they are there in it; what was done in them; and what
   * the user has not been told yet of that, one sentence.
   */
  'lessons:list': {
    payload: z.object({ language: z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/) }),
    answer: z.object({
      lessons: z.array(z.custom<ListedLesson>()),
      records: z.array(lessonRecordSchema),
      untold: z.string().nullable(),
    }),
  },
  /** Opens what a lesson delivers beside what Compare has open, which stays. */
  'lessons:media': {
    payload: z.union([
      z.object({ kind: z.literal('sample'), seconds: z.union([z.literal(10), z.literal(100)]) }),
      z.object({ kind: z.literal('file'), path: z.string().min(1).max(10_000) }),
    ]),
    answer: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), media: mediaInfoSchema }),
      z.object({ ok: z.literal(false), refusal: mediaRefusalSchema }),
    ]),
  },
  /** Keeps what a learner has done in a lesson. */
  'lessons:keep': { payload: lessonRecordSchema, answer: nothing },
} as const;
