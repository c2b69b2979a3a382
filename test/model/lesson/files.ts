import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readLesson } from '../../../model/lesson/read';
import type { Lesson } from '../../../model/lesson/types';
import type { CurveOf } from '../../../model/link/types';

/** From the project's root, where all tests run: the bench bundles this file to another place. */
const LESSONS = resolve(process.cwd(), 'assets/lessons');

/** Names of the lessons that come with the app, in order. */
export const LESSON_NAMES = readdirSync(LESSONS)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.replace('.md', ''))
  .sort();

export const lessonText = (name: string): string =>
  readFileSync(resolve(LESSONS, `${name}.md`), 'utf8');

/** The lessons say their links by themselves. */
export const noCurves: CurveOf = (_kind, name) => {
  throw new Error(`There is no curve "${name}".`);
};

/** A lesson from its text, which has to be one. */
export function lessonOf(text: string): Lesson {
  const result = readLesson(text, noCurves);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.lesson;
}

/** Where the words of a lesson in another language are. */
export const translationPath = (name: string, language: string): string =>
  resolve(LESSONS, language, `${name}.md`);
