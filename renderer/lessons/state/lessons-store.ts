import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ListedLesson } from '../../../electron/ipc/lesson-requests';
import type { OwnLessonList } from '../../../electron/ipc/own-lesson-requests';
import {
  newRecord,
  withPrediction,
  type Answer,
  type LessonRecord,
  type Ran,
} from '../../../model/lesson/record';
import type { Lesson, LessonStep } from '../../../model/lesson/types';
import type { SpokenLanguage } from '../../../model/language';
import { messageOf } from '../../../model/message-of';
import { tell } from '../../window/said';

/** What is shown: the path, a lesson by its id, the page behind the last one, or the answers of a class. */
export type Shown = 'path' | 'last-page' | 'class' | { lesson: string };

interface LessonsState {
  /** Null until main has told. */
  lessons: readonly ListedLesson[] | null;
  /** A person's own lessons and scenarios; null until main has told. */
  own: OwnLessonList | null;
  /** What the learner has done, by lesson. */
  records: Readonly<Record<string, LessonRecord>>;
  shown: Shown;
}

/** Which lessons there are, what was done in them, and which is open; it stays while another room is shown. */
export const lessons = createStore<LessonsState>()(() => ({
  lessons: null,
  own: null,
  records: {},
  shown: 'path',
}));

/** A part of the state, for React. */
export const useLessons = <T>(select: (state: LessonsState) => T): T => useStore(lessons, select);

/** Asks main which lessons there are, in this language where they are there in it. */
export async function loadLessons(language: SpokenLanguage): Promise<void> {
  try {
    const { bufferscope } = window;
    const [{ lessons: listed, records, untold }, own] = await Promise.all([
      bufferscope.request('lessons:list', { language }),
      bufferscope.request('lessons:own', { language }),
    ]);
    const kept = Object.fromEntries(records.map((record) => [record.lesson, record]));
    lessons.setState({ lessons: listed, own, records: { ...kept, ...lessons.getState().records } });
    if (untold !== null) tell(untold);
  } catch (error) {
    lessons.setState({ lessons: [] });
    tell(messageOf(error));
  }
}

/** Asks main for a person's own lessons and scenarios again. */
export async function loadOwn(language: SpokenLanguage): Promise<void> {
  try {
    lessons.setState({ own: await window.bufferscope.request('lessons:own', { language }) });
  } catch (error) {
    tell(messageOf(error));
  }
}

/** A lesson by its id, ours or a person's own; null when there is none that can be gone through. */
export function lessonOf(
  { lessons: listed, own }: Pick<LessonsState, 'lessons' | 'own'>,
  id: string,
): Lesson | null {
  const found = [...(listed ?? []), ...(own?.lessons ?? [])].find((each) => each.id === id);
  return found?.ok ? found.lesson : null;
}

/** What was done in a lesson; null before it was opened. */
export const recordOf = ({ records }: LessonsState, id: string): LessonRecord | null =>
  (Object.hasOwn(records, id) && records[id]) || null;

/** True once every step of a lesson has been left forward, or its last one was reached. */
export function isDone(record: LessonRecord | null, lesson: Lesson): boolean {
  return record !== null && lesson.steps.every((_, i) => record.done.includes(i));
}

/** Opens a lesson at the step where it was left. */
export function openLesson(id: string): void {
  const state = lessons.getState();
  if (!recordOf(state, id)) keep(newRecord(id, Date.now()));
  lessons.setState({ shown: { lesson: id } });
}

/** Back to the path. */
export const showPath = (): void => lessons.setState({ shown: 'path' });

/** Shows what a class has handed in. */
export const showClass = (): void => lessons.setState({ shown: 'class' });

/** Shows the page behind the last lesson. */
export const showLastPage = (): void => lessons.setState({ shown: 'last-page' });

/** Begins a lesson anew: what was done in it is gone. */
export function restartLesson(id: string): void {
  keep(newRecord(id, Date.now()));
}

/** Shows a step; those that are left forward are done. */
export function goToStep(id: string, step: number): void {
  change(id, (record) => {
    const left = step > record.step ? [...record.done, record.step] : record.done;
    return { ...record, step, done: sorted(left) };
  });
}

/** The last step has been read. */
export function finishLesson(id: string): void {
  change(id, (record) => ({ ...record, done: sorted([...record.done, record.step]) }));
  showPath();
}

const sorted = (steps: readonly number[]): number[] => [...new Set(steps)].sort((a, b) => a - b);

/** Commits predictions, each once and for all. */
export function commit(id: string, answers: Readonly<Record<string, Answer>>): void {
  change(id, (record) =>
    Object.entries(answers).reduce(
      (so, [question, answer]) => withPrediction(so, question, answer, Date.now()),
      record,
    ),
  );
}

/** What the learner says to have seen. */
export function setSeen(id: string, question: string, answer: Answer): void {
  change(id, (record) => ({
    ...record,
    seen: { ...record.seen, [question]: { atMs: Date.now(), answer } },
  }));
}

/** The learner's own sentence at a step; an empty one says that it was skipped. */
export function setSentence(id: string, step: number, text: string): void {
  change(id, (record) => ({
    ...record,
    sentences: { ...record.sentences, [String(step)]: { atMs: Date.now(), text } },
  }));
}

/** A run of the lesson has come to its end. */
export function setRan(id: string, run: string, ran: Ran): void {
  change(id, (record) => ({ ...record, ran: { ...record.ran, [run]: ran } }));
}

/** The goal of a try was reached for the first time. */
export function setReached(id: string, run: string): void {
  change(id, (record) =>
    Object.hasOwn(record.reached, run)
      ? record
      : { ...record, reached: { ...record.reached, [run]: Date.now() } },
  );
}

/** Questions of a step that have no committed prediction. */
export function unanswered(step: LessonStep, record: LessonRecord): string[] {
  if (step.kind !== 'predict') return [];
  return step.questions.map(({ id }) => id).filter((id) => !Object.hasOwn(record.predictions, id));
}

/** The predict step before a run that has not been committed; null when all are. */
export function missingPrediction(
  lesson: Lesson,
  record: LessonRecord,
  step: number,
): number | null {
  const index = lesson.steps.findIndex(
    (each, i) => i < step && unanswered(each, record).length > 0,
  );
  return index < 0 ? null : index;
}

function change(id: string, changed: (record: LessonRecord) => LessonRecord): void {
  const record = recordOf(lessons.getState(), id);
  if (!record) return;
  const next = changed(record);
  if (next !== record) keep(next);
}

function keep(record: LessonRecord): void {
  const { records } = lessons.getState();
  lessons.setState({ records: { ...records, [record.lesson]: record } });
  void window.bufferscope.request('lessons:keep', record).catch((error: unknown) => {
    tell(messageOf(error));
  });
}
