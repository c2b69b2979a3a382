import { z } from 'zod';
import { checkShape } from '../yaml-file/check-shape';
import { parseYaml } from '../yaml-file/parse-yaml';
import { capped } from '../yaml-file/problem';
import { line } from '../yaml-file/fields';
import { readSections, type Section } from './markdown';
import { partsOf } from './read';
import { MAX_LESSON_CHARS } from './schema';
import type { Lesson, LessonProblem, LessonQuestion, LessonResult, LessonStep } from './types';

/*
 * A lesson in another language is a file of its own that holds words and nothing else: a head, a section for each
 * step in the same order, and in a section's YAML the words of what is asked. What runs and what is checked stands
 * once, in the lesson itself.
 */

const headSchema = z.strictObject(
  {
    title: line,
    question: line,
    language: line,
    words: z.record(line, line, { error: 'words' }).optional(),
  },
  { error: 'map' },
);

const stepSchema = z.strictObject(
  {
    ask: line.optional(),
    asks: z.record(z.string(), line, { error: 'texts' }).optional(),
    options: z
      .record(z.string(), z.record(z.string(), line, { error: 'texts' }), { error: 'texts' })
      .optional(),
    titles: z.record(z.string(), line, { error: 'texts' }).optional(),
  },
  { error: 'map' },
);
type StepWords = z.infer<typeof stepSchema>;

/** A lesson with the words of a translation; never throws. */
export function translatedLesson(lesson: Lesson, text: string): LessonResult {
  const problems: LessonProblem[] = [];
  const refused = (): LessonResult => ({ ok: false, problems: capped(problems) });
  const refuse = (at: number, code: LessonProblem['code'], params = {}): void => {
    problems.push({ line: at, column: 1, code, params });
  };
  const parts = text.length > MAX_LESSON_CHARS ? null : partsOf(text);
  if (!parts) {
    refuse(1, 'noHead');
    return refused();
  }
  const yaml = parseYaml(parts.head, 1);
  if (!yaml.ok) problems.push(...yaml.problems);
  const keysOf = (path: readonly PropertyKey[]): string[] =>
    path.length === 0 ? Object.keys(headSchema.shape) : [];
  const head = yaml.ok ? checkShape(yaml.map, { schema: headSchema, keysOf }) : null;
  if (head?.ok === false) problems.push(...head.problems);
  const { sections, problems: untold } = readSections(parts.body, parts.linesBefore);
  for (const { line: at, code, params } of untold) refuse(at, code, params);
  if (sections.length !== lesson.steps.length) {
    const params = { count: String(lesson.steps.length), found: String(sections.length) };
    refuse(parts.linesBefore + 1, 'otherSteps', params);
  }
  if (problems.length > 0 || !head?.ok) return refused();
  const steps = lesson.steps.map((step, i) => {
    const section = sections[i];
    return section ? translated(step, section, problems) : step;
  });
  if (problems.length > 0) return refused();
  const { title, question, language, words } = head.value;
  const terms = words && Object.entries(words).map(([term, means]) => ({ term, means }));
  return {
    ok: true,
    lesson: { ...lesson, title, question, language, words: terms ?? lesson.words, steps },
  };
}

function translated(step: LessonStep, section: Section, problems: LessonProblem[]): LessonStep {
  const words = wordsOf(section, problems);
  const { title, blocks } = section;
  const own = { title, text: blocks };
  const missing = (name: string): void => {
    problems.push({ line: section.line, column: 1, code: 'otherOptions', params: { name } });
  };
  const asked = (question: LessonQuestion): LessonQuestion => {
    const ask = words.asks?.[question.id];
    if (ask === undefined) missing(question.id);
    const base = { ...question, ask: ask ?? question.ask };
    if (base.kind !== 'choose') return base;
    const given = words.options?.[question.id];
    const options = base.options.map((option) => {
      const text = given?.[option.id];
      if (text === undefined) missing(option.id);
      return { ...option, words: text ?? option.words };
    });
    return { ...base, options };
  };
  switch (step.kind) {
    case 'predict':
    case 'see':
      return { ...step, ...own, questions: step.questions.map(asked) };
    case 'why':
      if (words.ask === undefined) missing('ask');
      return { ...step, ...own, ask: words.ask ?? step.ask };
    case 'run': {
      const runs = step.runs.map((run) => {
        const text = words.titles?.[run.name];
        if (run.title !== '' && text === undefined) missing(run.name);
        return { ...run, title: text ?? run.title };
      });
      return { ...step, ...own, runs };
    }
    case 'hook':
    case 'read':
    case 'try':
    case 'end':
      return { ...step, ...own };
  }
}

function wordsOf({ yaml }: Section, problems: LessonProblem[]): StepWords {
  if (!yaml) return {};
  const map = parseYaml(yaml.text, yaml.line - 1);
  if (!map.ok) {
    problems.push(...map.problems);
    return {};
  }
  const keysOf = (path: readonly PropertyKey[]): string[] =>
    path.length === 0 ? Object.keys(stepSchema.shape) : [];
  const shape = checkShape(map.map, { schema: stepSchema, keysOf });
  if (shape.ok) return shape.value;
  problems.push(...shape.problems);
  return {};
}
