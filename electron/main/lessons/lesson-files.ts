import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { translatedLesson } from '../../../model/lesson/translate';
import { readLesson } from '../../../model/lesson/read';
import { MAX_LESSON_CHARS } from '../../../model/lesson/schema';
import type { Lesson, LessonResult, LessonRun } from '../../../model/lesson/types';
import type { CurveOf } from '../../../model/link/types';
import type { ListedLesson } from '../../ipc/lesson-requests';
import { lessonProblemSentence } from '../../lessons/lesson-problem-words';
import { appFolder, unpacked } from '../../media/app-folder';

const ENDING = '.md';
/** Bytes of the longest text in UTF-8. */
const MAX_BYTES = 4 * MAX_LESSON_CHARS;

/** The folder of the lessons that come with the app; their other languages are folders in it. */
const bundledFolder = (): string => unpacked(join(appFolder(), 'assets', 'lessons'));

interface LessonFilesParts {
  curveOf: CurveOf;
  /** Hears of each file that a lesson delivers: the window may open it. */
  names: (path: string) => void;
}

/** Reads the lessons that come with the app. */
export class LessonFiles {
  readonly #read = new Map<string, ListedLesson[]>();

  constructor(private readonly parts: LessonFilesParts) {}

  /** All of them in order, in a language where they are there in it. */
  bundled(language: string): ListedLesson[] {
    const known = this.#read.get(language);
    if (known) return known;
    const folder = bundledFolder();
    const lessons = readdirSync(folder)
      .filter((file) => file.endsWith(ENDING))
      .sort()
      .map((file) => this.#listed(folder, file, language));
    this.#read.set(language, lessons);
    return lessons;
  }

  #listed(folder: string, file: string, language: string): ListedLesson {
    const id = file.slice(0, -ENDING.length);
    const whole = readLesson(textOf(join(folder, file)) ?? '', this.parts.curveOf);
    const result = inLanguage(whole, textOf(join(folder, language, file)));
    if (result.ok) return { id, ok: true, lesson: this.#fromFolder(result.lesson, folder) };
    const problems = result.problems.map((problem) => {
      const { line, column } = problem;
      return { line, column, sentence: lessonProblemSentence(problem) };
    });
    return { id, ok: false, problems };
  }

  /** Media files of a lesson count from its own folder. */
  #fromFolder(lesson: Lesson, folder: string): Lesson {
    const absolute = (run: LessonRun): LessonRun => {
      if (run.scenario?.media.kind !== 'file') return run;
      const path = resolve(folder, run.scenario.media.path);
      this.parts.names(path);
      return { ...run, scenario: { ...run.scenario, media: { kind: 'file', path } } };
    };
    const steps = lesson.steps.map((step) => {
      if (step.kind === 'run') return { ...step, runs: step.runs.map(absolute) };
      return 'run' in step ? { ...step, run: absolute(step.run) } : step;
    });
    return { ...lesson, steps };
  }
}

/** The lesson with the words of another language; with its own where it is not there in that. */
function inLanguage(whole: LessonResult, words: string | null): LessonResult {
  return whole.ok && words !== null ? translatedLesson(whole.lesson, words) : whole;
}

/** Null where there is no such file. */
function textOf(path: string): string | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= MAX_BYTES ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}
