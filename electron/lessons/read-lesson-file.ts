import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runsOf } from '../../model/lesson/figures';
import { readLesson } from '../../model/lesson/read';
import { MAX_LESSON_CHARS } from '../../model/lesson/schema';
import { translatedLesson } from '../../model/lesson/translate';
import type { Lesson, LessonResult, LessonRun } from '../../model/lesson/types';
import { namedIn } from '../../model/link/spec/spec-options';
import type { CurveOf } from '../../model/link/types';

/** Bytes of the longest text in UTF-8. */
export const MAX_LESSON_BYTES = 4 * MAX_LESSON_CHARS;

export interface LessonPlace {
  folder: string;
  /** Name of the lesson's file in the folder. */
  file: string;
  /** Where a file lies that the lesson names; counted from the folder when left out. */
  fileOf?: (named: string) => string;
}

/**
 * Reads a lesson, in a language where it is there in it; never throws. Media files and traces that it names are absolute
 * then.
 */
export function readLessonFile(
  { folder, file, fileOf = (named) => resolve(folder, named) }: LessonPlace,
  language: string,
  curveOf: CurveOf,
): LessonResult {
  const whole = readLesson(textOf(join(folder, file)) ?? '', (kind, name) =>
    curveOf(kind, kind === 'trace' ? fileOf(name) : name),
  );
  const words = textOf(join(folder, language, file));
  const result = whole.ok && words !== null ? translatedLesson(whole.lesson, words) : whole;
  return result.ok ? { ok: true, lesson: withRuns(result.lesson, placed(fileOf)) } : result;
}

/** The files that a lesson names, as it names them: media and traces, each once. */
export function filesNamedBy(lesson: Lesson): string[] {
  const named = runsOf(lesson).flatMap(({ scenario }) => {
    if (!scenario) return [];
    const trace = namedIn(scenario.link);
    return [
      ...(scenario.media.kind === 'file' ? [scenario.media.path] : []),
      ...(trace?.kind === 'trace' ? [trace.name] : []),
    ];
  });
  return [...new Set(named)];
}

/** The text of a lesson's file; null where there is no such file, or one that is too large for it. */
export function textOf(path: string): string | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= MAX_LESSON_BYTES ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}

const placed =
  (fileOf: (named: string) => string) =>
  (run: LessonRun): LessonRun => {
    if (!run.scenario) return run;
    const { media, link } = run.scenario;
    const trace = namedIn(link);
    return {
      ...run,
      scenario: {
        ...run.scenario,
        media: media.kind === 'file' ? { kind: 'file', path: fileOf(media.path) } : media,
        link: trace?.kind === 'trace' ? link.replace(trace.name, () => fileOf(trace.name)) : link,
      },
    };
  };

function withRuns(lesson: Lesson, changed: (run: LessonRun) => LessonRun): Lesson {
  const steps = lesson.steps.map((step) => {
    if (step.kind === 'run') return { ...step, runs: step.runs.map(changed) };
    return 'run' in step ? { ...step, run: changed(step.run) } : step;
  });
  return { ...lesson, steps };
}
