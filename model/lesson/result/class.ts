import { valueOn, type CurvePoint } from '../drawn';
import { curveOf, figureOf, isSo } from '../figures';
import { isAbout } from '../measure';
import type { Answer } from '../record';
import type { Lesson, LessonQuestion } from '../types';
import type { LearnerResult } from './schema';

/** A learner of a class, by the number of the result in the order in which results came. */
export interface Learner {
  number: number;
  file: string;
  result: LearnerResult;
}

/** A value of one learner. */
export interface ClassValue {
  learner: number;
  value: number;
}

/** A line that one learner drew. */
export interface ClassLine {
  learner: number;
  points: readonly CurvePoint[];
}

/** What a class drew, and what the logs say. */
export interface DrawnByClass {
  kind: 'draw';
  question: Extract<LessonQuestion, { kind: 'draw' }>;
  lines: ClassLine[];
  /** The measured curve of the learner whose least lies in the middle; empty while nobody has run it. */
  measured: readonly CurvePoint[];
  /** When that learner's link was down, within what is drawn. */
  outages: { fromMs: number; toMs: number }[];
  /** The least of every line, and of the measured curve, bytes. */
  values: ClassValue[];
  measuredValue: number | null;
}

/** The numbers of a class, and what the logs say. */
export interface NumbersOfClass {
  kind: 'number';
  question: Extract<LessonQuestion, { kind: 'number' }>;
  values: ClassValue[];
  /** In the middle of what the logs say; null where it never happened or nobody has run it. */
  measuredValue: number | null;
}

/** What a class chose, and what the logs say. */
export interface ChosenByClass {
  kind: 'choose';
  question: Extract<LessonQuestion, { kind: 'choose' }>;
  /** `so` is how many logs say it. */
  options: { id: string; words: string; learners: number[]; so: number }[];
}

/** What a class predicted of one question, and what the logs say of it; `step` is that of the question, from 0. */
export type ClassQuestion = { step: number } & (DrawnByClass | NumbersOfClass | ChosenByClass);

/** A sentence of a learner's own, and what was asked. */
export interface ClassSentence {
  learner: number;
  step: number;
  text: string;
}

/** Every question of a lesson with the answers of a class, in the order of the lesson. */
export function questionsOfClass(lesson: Lesson, learners: readonly Learner[]): ClassQuestion[] {
  return lesson.steps.flatMap((step, i) =>
    step.kind === 'predict'
      ? step.questions.map((question) => questionOfClass(question, i, learners))
      : [],
  );
}

/** The sentences of a class, learner by learner; skipped ones are left out. */
export function sentencesOfClass(learners: readonly Learner[]): ClassSentence[] {
  return learners.flatMap(({ number, result }) =>
    Object.entries(result.sentences)
      .filter(([, { text }]) => text.trim() !== '')
      .map(([step, { text }]) => ({ learner: number, step: Number(step), text }))
      .sort((a, b) => a.step - b.step),
  );
}

function questionOfClass(
  question: LessonQuestion,
  step: number,
  learners: readonly Learner[],
): ClassQuestion {
  switch (question.kind) {
    case 'draw':
      return { step, ...drawnByClass(question, learners) };
    case 'number':
      return { step, ...numbersOfClass(question, learners) };
    case 'choose':
      return { step, ...chosenByClass(question, learners) };
  }
}

/** What a learner predicted of a question, as far as it is of the kind that is asked. */
function predicted<K extends Answer['kind']>(
  { predictions }: LearnerResult,
  { id, kind }: { id: string; kind: K },
): Extract<Answer, { kind: K }> | null {
  const answer = Object.hasOwn(predictions, id) ? predictions[id]?.answer : undefined;
  return answer?.kind === kind ? (answer as Extract<Answer, { kind: K }>) : null;
}

function drawnByClass(
  question: DrawnByClass['question'],
  learners: readonly Learner[],
): DrawnByClass {
  const { run, lane, from, to } = question;
  const lines = learners.flatMap(({ number, result }): ClassLine[] => {
    const answer = predicted(result, question);
    return answer ? [{ learner: number, points: answer.points }] : [];
  });
  const ran = learners
    .flatMap(({ result }) => {
      const points = curveOf(result, run, lane);
      const outages = (Object.hasOwn(result.ran, run) && result.ran[run]?.outages) || [];
      return points.length < 2 ? [] : [{ points, outages, least: leastOf(points, from, to) }];
    })
    .sort((a, b) => a.least - b.least);
  const middle = ran[Math.floor((ran.length - 1) / 2)];
  return {
    ...{ kind: 'draw', question, lines },
    measured: middle?.points ?? [],
    outages: (middle?.outages ?? []).filter(({ fromMs, toMs }) => fromMs < to && toMs > from),
    values: lines.map(({ learner, points }) => ({ learner, value: leastOf(points, from, to) })),
    measuredValue: middle?.least ?? null,
  };
}

function numbersOfClass(
  question: NumbersOfClass['question'],
  learners: readonly Learner[],
): NumbersOfClass {
  const values = learners.flatMap(({ number, result }): ClassValue[] => {
    const answer = predicted(result, question);
    return answer ? [{ learner: number, value: answer.value }] : [];
  });
  const logs = learners.flatMap(({ result }) => figureOf(result, question.measure) ?? []);
  const sorted = logs.sort((a, b) => a - b);
  const measuredValue = sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
  return { kind: 'number', question, values, measuredValue };
}

function chosenByClass(
  question: ChosenByClass['question'],
  learners: readonly Learner[],
): ChosenByClass {
  const options = question.options.map(({ id, words, check }) => ({
    ...{ id, words },
    learners: learners.flatMap(({ number, result }) =>
      predicted(result, question)?.option === id ? [number] : [],
    ),
    so: learners.filter(({ result }) => check !== null && isSo(result, check) === true).length,
  }));
  return { kind: 'choose', question, options };
}

/** The least that a curve holds between two moments, bytes. */
export function leastOf(points: readonly CurvePoint[], fromMs: number, toMs: number): number {
  const within = points.filter(({ tMs }) => tMs > fromMs && tMs < toMs).map(({ bytes }) => bytes);
  return Math.min(valueOn(points, fromMs), valueOn(points, toMs), ...within);
}

/** What is said of drawn lines: how many run empty during the last outage, and how many keep most of the reserve. */
export interface LinesRemark {
  /** The outage, and what the measured curve held when it began and when it was over, bytes. */
  down: { fromMs: number; toMs: number };
  before: number;
  left: number;
  empty: number;
  full: number;
  /** What is counted as full: more than this all through the outage, bytes. */
  fullBytes: number;
}

/** Below this share of the axis a buffer is as good as empty. */
const EMPTY_SHARE = 0.025;
/** A line keeps the reserve when it never falls below this share of what was there. */
const FULL_SHARE = 0.8;

/** What stands out in the lines of a class; null without an outage or a measured curve. */
export function linesRemark(drawn: DrawnByClass): LinesRemark | null {
  const down = drawn.outages.at(-1);
  if (!down || drawn.measured.length === 0) return null;
  const { from, to, top } = drawn.question;
  const [fromMs, toMs] = [Math.max(from, down.fromMs), Math.min(to, down.toMs)];
  const before = valueOn(drawn.measured, fromMs);
  const fullBytes = FULL_SHARE * before;
  const least = drawn.lines.map(({ points }) => leastOf(points, fromMs, toMs));
  return {
    ...{ down, before, fullBytes },
    left: valueOn(drawn.measured, toMs),
    empty: least.filter((bytes) => bytes <= EMPTY_SHARE * top).length,
    full: least.filter((bytes) => bytes > fullBytes).length,
  };
}

/** How many numbers of a class lie below what was measured, about it and above it; null without a measurement. */
export function numbersRemark({
  question,
  values,
  measuredValue,
}: NumbersOfClass): { below: number; about: number; above: number } | null {
  if (measuredValue === null) return null;
  const isNear = ({ value }: ClassValue): boolean =>
    isAbout(question.measure, value, measuredValue);
  const apart = values.filter((each) => !isNear(each));
  const below = apart.filter(({ value }) => value < measuredValue).length;
  return { below, about: values.length - apart.length, above: apart.length - below };
}
