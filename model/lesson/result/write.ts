import type { CurvePoint } from '../drawn';
import { thinned } from '../figures';
import type { Answer, LessonRecord, Ran } from '../record';
import type { Lesson } from '../types';
import { MAX_LEARNER_CHARS, MAX_RESULT_BYTES, resultSchema, type LearnerResult } from './schema';

/** Points of a curve and characters of a sentence, the most first; the next is tried where a file would be too large. */
const SIZES = [
  { points: 120, chars: 1000 },
  { points: 60, chars: 1000 },
  { points: 40, chars: 500 },
  { points: 24, chars: 200 },
  { points: 12, chars: 60 },
] as const;

/** What a learner hands in: `name` may be empty. Throws a RangeError where even the thinnest is no result. */
export function resultOf(
  record: LessonRecord,
  lesson: Lesson,
  { name, savedMs }: { name: string; savedMs: number },
): LearnerResult {
  for (const size of SIZES) {
    const result = resultSchema.parse({
      schema: 'bufferscope.result/1',
      lesson: record.lesson,
      title: lesson.title,
      name: name.trim().slice(0, MAX_LEARNER_CHARS) || null,
      startedMs: record.startedMs,
      savedMs,
      predictions: mapped(record.predictions, (made) => ({
        ...made,
        answer: thinAnswer(made.answer, size.points),
      })),
      seen: record.seen,
      sentences: mapped(record.sentences, ({ atMs, text }) => ({
        atMs,
        text: text.length > size.chars ? `${text.slice(0, size.chars)}…` : text,
      })),
      ran: mapped(record.ran, (ran, run) => thinRan(ran, lanesOver(lesson, run), size.points)),
      reached: record.reached,
    });
    if (bytesOf(resultText(result)) < MAX_RESULT_BYTES) return result;
  }
  throw new RangeError('The result is larger than a result may be.');
}

/** The text of a result file. */
export const resultText = (result: LearnerResult): string => `${JSON.stringify(result)}\n`;

/** Length of a text in UTF-8. */
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function mapped<T, U>(
  map: Readonly<Record<string, T>>,
  to: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value, key)]));
}

const whole = (points: readonly CurvePoint[]): CurvePoint[] =>
  points.map(({ tMs, bytes }) => ({ tMs: Math.round(tMs), bytes: Math.round(bytes) }));

function thinAnswer(answer: Answer, most: number): Answer {
  return answer.kind === 'draw'
    ? { kind: 'draw', points: whole(thinned(answer.points, most)) }
    : answer;
}

/** The lanes of a run over which a line is drawn. */
function lanesOver({ steps }: Lesson, run: string): ReadonlySet<string> {
  const asked = steps.flatMap((step) => (step.kind === 'predict' ? step.questions : []));
  return new Set(
    asked.flatMap((each) => (each.kind === 'draw' && each.run === run ? [each.lane] : [])),
  );
}

function thinRan(
  { atMs, figures, curves, outages }: Ran,
  lanes: ReadonlySet<string>,
  most: number,
): Ran {
  const drawn = Object.entries(curves).filter(([lane]) => lanes.has(lane));
  return {
    atMs,
    figures,
    curves: Object.fromEntries(drawn.map(([lane, points]) => [lane, whole(thinned(points, most))])),
    outages: outages.map(({ fromMs, toMs }) => ({
      fromMs: Math.round(fromMs),
      toMs: Math.round(toMs),
    })),
  };
}
