import { z } from 'zod';

const ms = z.number().nonnegative();
const id = z.string().max(200);
/** ms since 1970. */
const when = z.number().int().nonnegative();

export const MAX_SENTENCE_CHARS = 1000;
/** A drawn curve has a point a second at most, over ten minutes. */
const MAX_POINTS = 601;

const pointSchema = z.object({ tMs: ms, bytes: z.number().nonnegative() });

/** What a learner has answered; `value` counts ms, bytes or pieces as its measure does. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choose'), option: id }),
  z.object({ kind: z.literal('number'), value: z.number().nonnegative() }),
  z.object({ kind: z.literal('draw'), points: z.array(pointSchema).min(2).max(MAX_POINTS) }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Figures of a run that was done in a lesson. */
export const ranSchema = z.object({
  atMs: when,
  /** By the text of the measure without its run, such as "startup(streaming)"; null for what never happened. */
  figures: z.record(z.string().max(200), z.number().nullable()),
  /** Occupancy of the lanes that were drawn, by method, thinned. */
  curves: z.record(id, z.array(pointSchema).max(400)),
  /** When its link was down. */
  outages: z.array(z.object({ fromMs: ms, toMs: ms })).max(100),
});
export type Ran = z.infer<typeof ranSchema>;

/** What a learner did in one lesson: a plain value that is kept, handed in and compared. */
export const lessonRecordSchema = z.object({
  schema: z.literal('bufferscope.lesson-record/1'),
  /** Name of the lesson's file without its ending. */
  lesson: id,
  startedMs: when,
  /** Step that is shown, from 0. */
  step: z.number().int().nonnegative().max(100),
  /** Steps that have been left forward, from 0, ascending. */
  done: z.array(z.number().int().nonnegative().max(100)).max(100),
  /** Committed before anything ran and never changed, by question. */
  predictions: z.record(id, z.object({ atMs: when, answer: answerSchema })),
  /** What the learner says to have seen, by question. */
  seen: z.record(id, z.object({ atMs: when, answer: answerSchema })),
  /** The learner's own sentences, by the number of their step. */
  sentences: z.record(id, z.object({ atMs: when, text: z.string().max(MAX_SENTENCE_CHARS) })),
  /** By the name of the run. */
  ran: z.record(id, ranSchema),
  /** When the goal of a try was first reached, by the name of its run. */
  reached: z.record(id, when),
});
export type LessonRecord = z.infer<typeof lessonRecordSchema>;

/** A learner who begins a lesson. */
export function newRecord(lesson: string, nowMs: number): LessonRecord {
  return {
    schema: 'bufferscope.lesson-record/1',
    ...{ lesson, startedMs: nowMs, step: 0, done: [] },
    ...{ predictions: {}, seen: {}, sentences: {}, ran: {}, reached: {} },
  };
}

/** The same learner with this prediction; one that was committed before stays as it was. */
export function withPrediction(
  record: LessonRecord,
  question: string,
  answer: Answer,
  nowMs: number,
): LessonRecord {
  if (Object.hasOwn(record.predictions, question)) return record;
  return {
    ...record,
    predictions: { ...record.predictions, [question]: { atMs: nowMs, answer } },
  };
}
