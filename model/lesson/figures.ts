import type { Method } from '../delivery/types';
import type { CurvePoint } from './drawn';
import { formatMeasure, holds, isAbout, type Condition, type Measure } from './measure';
import type { Answer, LessonRecord, Ran } from './record';
import { measureRun, type MeasuredRun } from './run-measures';
import type { KnownMeasure, Lesson, LessonQuestion, LessonRun, LessonStep } from './types';

/** Points that are kept of a curve: two for each px of a small chart. */
const MAX_CURVE_POINTS = 240;

/** The runs of a lesson in their order. */
export function runsOf({ steps }: Lesson): LessonRun[] {
  return steps.flatMap((step) => {
    if (step.kind === 'run') return step.runs;
    return 'run' in step ? [step.run] : [];
  });
}

/** Every measure that a lesson asks, shows or checks. */
export function measuresOf(lesson: Lesson): KnownMeasure[] {
  return [
    ...runsOf(lesson).flatMap(({ claims }) => claims.flatMap(measuresIn)),
    ...lesson.steps.flatMap(measuresOfStep),
  ];
}

function measuresOfStep(step: LessonStep): KnownMeasure[] {
  const inlines = step.text.flatMap((block) =>
    block.kind === 'list' ? block.items.flat() : block.kind === 'paragraph' ? block.inlines : [],
  );
  const figures = inlines.flatMap((each) => (each.kind === 'figure' ? [each.measure] : []));
  const asked = 'questions' in step ? step.questions : [];
  return [
    ...figures.flatMap(known),
    ...('beside' in step ? step.beside : []),
    ...(step.kind === 'try' ? step.goal.flatMap(measuresIn) : []),
    ...asked.flatMap((question) => {
      if (question.kind === 'number') return [question.measure];
      if (question.kind === 'draw') return [];
      return question.options.flatMap(({ check }) => (check ? measuresIn(check) : []));
    }),
  ];
}

const known = (measure: Measure): KnownMeasure[] =>
  measure.run === null ? [] : [{ ...measure, run: measure.run }];

/** The measures of a condition. */
const measuresIn = ({ left, right }: Condition): KnownMeasure[] => [
  ...known(left),
  ...('name' in right ? known(right) : []),
];

const keyOf = (measure: Measure): string => formatMeasure({ ...measure, run: null });

/** What is kept of a run: every figure of it that the lesson speaks of, and the curves of its buffers. */
export function ranOf(lesson: Lesson, run: string, log: MeasuredRun, atMs: number): Ran {
  const own = measuresOf(lesson).filter((measure) => measure.run === run);
  return {
    atMs,
    figures: Object.fromEntries(own.map((each) => [keyOf(each), measureRun(log, each)])),
    curves: Object.fromEntries(
      log.lanes.map(({ method, samples }) => [
        method,
        thinned(samples.map(({ tMs, bufferedBytes }) => ({ tMs, bytes: bufferedBytes }))),
      ]),
    ),
    outages: log.outages.slice(0, 100).map(({ fromMs, toMs }) => ({ fromMs, toMs })),
  };
}

/** A curve with at most so many points; of each stretch its least and its most stay, where they were. */
export function thinned(points: readonly CurvePoint[], most = MAX_CURVE_POINTS): CurvePoint[] {
  if (points.length <= most) return [...points];
  const size = Math.ceil(points.length / (most / 2));
  const kept: CurvePoint[] = [];
  for (let from = 0; from < points.length; from += size) {
    const stretch = points.slice(from, from + size);
    const least = stretch.reduce((a, b) => (b.bytes < a.bytes ? b : a));
    const most = stretch.reduce((a, b) => (b.bytes > a.bytes ? b : a));
    kept.push(...(least.tMs <= most.tMs ? [least, most] : [most, least]));
  }
  return kept.filter((point, i) => i === 0 || point !== kept[i - 1]);
}

type Done = Pick<LessonRecord, 'ran'>;

/** What a run of the learner's showed; undefined as long as it was not run, null for what never happened. */
export function figureOf({ ran }: Done, measure: Measure): number | null | undefined {
  const { run } = measure;
  if (run === null || !Object.hasOwn(ran, run)) return undefined;
  const figures = ran[run]?.figures ?? {};
  const key = keyOf(measure);
  return Object.hasOwn(figures, key) ? figures[key] : undefined;
}

/** Whether the logs of the learner's runs say that something is so; null as long as one of them is missing. */
export function isSo(done: Done, condition: Condition): boolean | null {
  const { left, right } = condition;
  const a = figureOf(done, left);
  const b = 'value' in right ? right.value : figureOf(done, right);
  return a === undefined || b === undefined ? null : holds(condition, a, b);
}

/** Whether a learner saw what the log shows, a number about; false while nothing has been measured. */
export function hasSeen(done: Done, question: LessonQuestion, answer: Answer): boolean {
  if (question.kind === 'choose' && answer.kind === 'choose') {
    const check = question.options.find(({ id }) => id === answer.option)?.check;
    return check ? isSo(done, check) === true : false;
  }
  if (question.kind !== 'number' || answer.kind !== 'number') return false;
  const measured = figureOf(done, question.measure);
  if (measured === undefined) return false;
  return isAbout(question.measure, answer.value, measured ?? Infinity);
}

/** The measured curve of a lane in one of the learner's runs; empty as long as it was not run. */
export const curveOf = ({ ran }: Done, run: string, lane: Method): readonly CurvePoint[] =>
  (Object.hasOwn(ran, run) && ran[run]?.curves[lane]) || [];
