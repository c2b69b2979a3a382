import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LESSON_ENDING, lessonNameOf } from '../../../model/lesson/file-name';
import { runsOf } from '../../../model/lesson/figures';
import type { Lesson } from '../../../model/lesson/types';
import { namedIn } from '../../../model/link/spec/spec-options';
import type { CurveOf } from '../../../model/link/types';
import type { ListedLesson } from '../../ipc/lesson-requests';
import { lessonProblemSentence } from '../../lessons/lesson-problem-words';
import { readLessonFile, type LessonPlace } from '../../lessons/read-lesson-file';
import { appFolder, unpacked } from '../../media/app-folder';

/** The folder of the lessons that come with the app; their other languages are folders in it. */
const bundledFolder = (): string => unpacked(join(appFolder(), 'assets', 'lessons'));

export interface LessonFilesParts {
  curveOf: CurveOf;
  /** Hears of each file that a lesson delivers: the window may open it. */
  names: (path: string) => void;
}

/** Reads lessons for a window; those that come with the app once. */
export class LessonFiles {
  readonly #read = new Map<string, ListedLesson[]>();

  constructor(private readonly parts: LessonFilesParts) {}

  /** All that come with the app in order, in a language where they are there in it. */
  bundled(language: string): ListedLesson[] {
    const known = this.#read.get(language);
    if (known) return known;
    const folder = bundledFolder();
    const lessons = readdirSync(folder)
      .filter((file) => file.endsWith(LESSON_ENDING))
      .sort()
      .map((file) => this.listed(lessonNameOf(file), { folder, file }, language));
    this.#read.set(language, lessons);
    return lessons;
  }

  /** One lesson as it is listed: what it is, or what is wrong with its file. */
  listed(id: string, place: LessonPlace, language: string): ListedLesson {
    const result = readLessonFile(place, language, this.parts.curveOf);
    if (result.ok) {
      this.#giveNamed(result.lesson);
      return { id, ok: true, lesson: result.lesson };
    }
    const problems = result.problems.map((problem) => {
      const { line, column } = problem;
      return { line, column, sentence: lessonProblemSentence(problem) };
    });
    return { id, ok: false, problems };
  }

  #giveNamed(lesson: Lesson): void {
    for (const { scenario } of runsOf(lesson)) {
      if (scenario?.media.kind === 'file') this.parts.names(scenario.media.path);
      const trace = scenario && namedIn(scenario.link);
      if (trace?.kind === 'trace') this.parts.names(trace.name);
    }
  }
}
