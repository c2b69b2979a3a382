import type { CurveOf } from '../link/types';
import { checkShape } from '../yaml-file/check-shape';
import { parseYaml, type YamlMap } from '../yaml-file/parse-yaml';
import { capped } from '../yaml-file/problem';
import { compileLesson, type ReadStep } from './compile';
import { keysOfHead, keysOfStep } from './known-keys';
import { readSections, type Section } from './markdown';
import {
  lessonHeadSchema,
  MAX_LESSON_CHARS,
  MAX_LESSON_STEPS,
  stepSchema,
  type LessonHead,
} from './schema';
import type { LessonProblem, LessonResult } from './types';

/** A lesson's file in two parts: the YAML between two lines of dashes, and the Markdown behind it. */
export interface LessonParts {
  head: string;
  body: string;
  /** Lines before the body. */
  linesBefore: number;
}

/** Cuts a lesson's file where its head ends; null when it has none. */
export function partsOf(text: string): LessonParts | null {
  const found = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (found?.index !== 0) return null;
  const [whole, head = ''] = found;
  return { head, body: text.slice(whole.length), linesBefore: whole.split('\n').length - 1 };
}

/**
 * Reads the text of a lesson's file; never throws, whatever the text is: what it gives is a lesson or at least one
 * problem with its line and column. `curveOf` finds the curve of a link's trace or profile.
 */
export function readLesson(text: string, curveOf: CurveOf): LessonResult {
  const read = readLessonFile(text);
  if (!read.ok) return refused(read.problems);
  const compiled = compileLesson(read.head, read.headMap, read.steps, curveOf);
  return 'lesson' in compiled ? { ok: true, lesson: compiled.lesson } : refused(compiled.problems);
}

const refused = (problems: LessonProblem[]): LessonResult => ({
  ok: false,
  problems: capped(problems),
});

type FileResult =
  | { ok: true; head: LessonHead; headMap: YamlMap; steps: ReadStep[] }
  | { ok: false; problems: LessonProblem[] };

function readLessonFile(text: string): FileResult {
  const problems: LessonProblem[] = [];
  const at = (line: number, code: LessonProblem['code'], params = {}): LessonProblem => ({
    ...{ line, column: 1, code, params },
  });
  if (text.length > MAX_LESSON_CHARS) {
    const params = { most: String(MAX_LESSON_CHARS) };
    return { ok: false, problems: [at(1, 'tooLong', params)] };
  }
  const parts = partsOf(text);
  if (!parts) return { ok: false, problems: [at(1, 'noHead')] };
  const head = parseYaml(parts.head, 1);
  if (!head.ok) problems.push(...head.problems);
  const headShape = head.ok
    ? checkShape<LessonHead>(head.map, { schema: lessonHeadSchema, keysOf: keysOfHead })
    : null;
  if (headShape?.ok === false) problems.push(...headShape.problems);
  const { sections, problems: untold } = readSections(parts.body, parts.linesBefore);
  problems.push(...untold.map(({ line, code, params }) => at(line, code, params)));
  if (sections.length === 0 || sections.length > MAX_LESSON_STEPS) {
    problems.push(at(parts.linesBefore + 1, 'noSteps', { most: String(MAX_LESSON_STEPS) }));
  }
  const steps = sections.slice(0, MAX_LESSON_STEPS).flatMap((section) => {
    const step = readStep(section);
    if ('problems' in step) problems.push(...step.problems);
    return 'problems' in step ? [] : [step];
  });
  if (problems.length > 0 || !headShape?.ok || !head.ok) return { ok: false, problems };
  return { ok: true, head: headShape.value, headMap: head.map, steps };
}

function readStep(section: Section): ReadStep | { problems: LessonProblem[] } {
  const { yaml, line } = section;
  if (!yaml) return { problems: [{ line, column: 1, code: 'noYaml', params: {} }] };
  const map = parseYaml(yaml.text, yaml.line - 1);
  if (!map.ok) return { problems: map.problems };
  const shape = checkShape<ReadStep['step'], 'unknownMeasure'>(map.map, {
    schema: stepSchema,
    keysOf: (path) => keysOfStep(map.map.value['step'], path),
  });
  return shape.ok ? { section, step: shape.value, map: map.map } : { problems: shape.problems };
}
