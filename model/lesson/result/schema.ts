import { z } from 'zod';
import { lessonRecordSchema } from '../record';

/** What the name of a result file ends with. */
export const RESULT_ENDING = '.bufferresult';

/** True for a file that is named as results are. */
export const isResultFile = (name: string): boolean => name.toLowerCase().endsWith(RESULT_ENDING);

/** A result file is smaller than this, bytes: 30 of them are handed in by mail or on a stick. */
export const MAX_RESULT_BYTES = 20_000;

/** A file larger than this is no result, whoever wrote it, bytes. */
export const MAX_READ_BYTES = 200_000;

export const MAX_LEARNER_CHARS = 100;

const { lesson, startedMs, predictions, seen, sentences, ran, reached } = lessonRecordSchema.shape;

/**
 * What a learner hands in of one lesson, `bufferscope.result/1`: JSON in UTF-8 of at most 20 kB. It holds what was
 * predicted, seen and said, the figures of the runs, and of their curves those over which a line was drawn, thinned.
 * Times of the wall are ms since 1970, times of a run ms of its clock, sizes bytes. Nothing of the computer is in it.
 */
export const resultSchema = z.object({
  schema: z.literal('bufferscope.result/1'),
  lesson,
  /** Title of the lesson as the learner read it. */
  title: z.string().max(1000),
  /** What the learner is called; null for a learner who gave no name. */
  name: z.string().min(1).max(MAX_LEARNER_CHARS).nullable(),
  startedMs,
  savedMs: startedMs,
  ...{ predictions, seen, sentences, ran, reached },
});
export type LearnerResult = z.infer<typeof resultSchema>;
