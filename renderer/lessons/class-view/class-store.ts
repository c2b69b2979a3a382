import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { HandedIn } from '../../../electron/ipc/own-lesson-requests';
import type { Learner } from '../../../model/lesson/result/class';
import { readResult, type ResultProblem } from '../../../model/lesson/result/read';
import type { LearnerResult } from '../../../model/lesson/result/schema';
import type { Lesson } from '../../../model/lesson/types';
import { messageOf } from '../../../model/message-of';
import { spokenLanguage } from '../../ui/words';
import { tell } from '../../window/said';
import { lessonOf, lessons, loadLessons, useLessons } from '../state/lessons-store';

interface ClassState {
  /** What was handed over, by name; the number of a learner is the place in this list, from 1. */
  files: readonly HandedIn[];
  /** The question that is shown, from 0. */
  question: number;
  /** The learner who is chosen; null for none. */
  learner: number | null;
  /** Names are shown. */
  named: boolean;
}

/** The results that a teacher looks at; they stay while other rooms are shown, and go with the window. */
export const classView = createStore<ClassState>()(() => ({
  ...{ files: [], question: 0, learner: null, named: false },
}));

/** A part of the state, for React. */
export const useClassView = <T>(select: (state: ClassState) => T): T => useStore(classView, select);

/** A result that cannot be shown here, and why. */
export interface NotRead {
  file: string;
  problem: ResultProblem;
}

/** What the files of a class come to: the lesson they are of, who is in it, and what could not be read. */
export interface ReadClass {
  id: string;
  lesson: Lesson;
  learners: Learner[];
}

/** Reads these files and shows them beside those that are there. */
export async function addResults(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  try {
    // Whoever double-clicks a result comes before the lessons are known.
    if (lessons.getState().lessons === null) await loadLessons(spokenLanguage());
    const read = await window.bufferscope.request('lessons:read-results', { paths: [...paths] });
    const byName = new Intl.Collator(undefined, { numeric: true });
    const others = classView
      .getState()
      .files.filter(({ file }) => read.every((each) => each.file !== file));
    const files = [...others, ...read].sort((a, b) => byName.compare(a.file, b.file));
    classView.setState({ files, learner: null });
    lessons.setState({ shown: 'class' });
  } catch (error) {
    tell(messageOf(error));
  }
}

/** Asks for results, and adds those that were chosen. */
export async function chooseResults(): Promise<void> {
  try {
    await addResults(await window.bufferscope.request('lessons:choose-results'));
  } catch (error) {
    tell(messageOf(error));
  }
}

/** Lets go of every result. */
export const clearClass = (): void => classView.setState({ files: [], question: 0, learner: null });

/** What the files that are there come to; `group` is null while there is no result of a lesson that is here. */
export function readClass(
  files: readonly HandedIn[],
  lessonBy: (id: string) => Lesson | null,
): { group: ReadClass | null; notRead: NotRead[] } {
  const notRead: NotRead[] = [];
  const good: Learner[] = [];
  const seen = new Map<string, string>();
  files.forEach((each, i) => {
    const { file } = each;
    const refuse = (problem: ResultProblem): void => void notRead.push({ file, problem });
    if ('problem' in each) return refuse(each.problem);
    const read = readResult(each.text);
    if (!read.ok) return refuse(read.problem);
    const before = seen.get(each.text);
    if (before !== undefined) return refuse({ code: 'twice', params: { file: before } });
    seen.set(each.text, file);
    good.push({ number: i + 1, file, result: read.result });
  });
  const id = commonest(good.map(({ result }) => result.lesson).filter((each) => lessonBy(each)));
  const lesson = id === null ? null : lessonBy(id);
  for (const { file, result } of good) {
    if (result.lesson === id) continue;
    const known = lessonBy(result.lesson) !== null;
    const code = known ? 'otherLesson' : 'unknownLesson';
    notRead.push({ file, problem: { code, params: { title: titleOf(result) } } });
  }
  const learners = good.filter(({ result }) => result.lesson === id);
  const place = new Map(files.map(({ file }, i) => [file, i]));
  notRead.sort((a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0));
  return { group: id !== null && lesson ? { id, lesson, learners } : null, notRead };
}

const titleOf = ({ title, lesson }: LearnerResult): string => title || lesson;

/** The value that there is most of, the first of several; null of none. */
function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/** The class of the files that are there, for React. */
export function useReadClass(): ReturnType<typeof readClass> {
  const files = useClassView((s) => s.files);
  const listed = useLessons((s) => s.lessons);
  const own = useLessons((s) => s.own);
  return useMemo(
    () => readClass(files, (id) => lessonOf({ lessons: listed, own }, id)),
    [files, listed, own],
  );
}
