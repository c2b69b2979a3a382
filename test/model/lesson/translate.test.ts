import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lessonProblemSentence } from '../../../electron/lessons/lesson-problem-words';
import type { Block, Inline } from '../../../model/lesson/markdown';
import { formatMeasure } from '../../../model/lesson/measure';
import { translatedLesson } from '../../../model/lesson/translate';
import type { Lesson, LessonStep } from '../../../model/lesson/types';
import { termProblems, TRANSLATIONS } from '../../../scripts/words/catalogues.mjs';
import { LESSON_NAMES, lessonOf, lessonText, translationPath } from './files';

const glossary = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../assets/words/glossary.json'), 'utf8'),
) as { en: string; ko: string[]; zh: string[] }[];

function translated(name: string, language: string): Lesson {
  const text = readFileSync(translationPath(name, language), 'utf8');
  const result = translatedLesson(lessonOf(lessonText(name)), text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.lesson;
}

const inlinesOf = (blocks: readonly Block[]): Inline[] =>
  blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flat() : block.kind === 'paragraph' ? block.inlines : [],
  );

/** The figures in a step's text, with what stands there before they are measured, in any order. */
const figuresOf = ({ text }: LessonStep): string[] =>
  inlinesOf(text)
    .flatMap((each) =>
      each.kind === 'figure' ? [`${formatMeasure(each.measure)} ${each.usual}`] : [],
    )
    .sort();

/** Every text that a learner reads, by where it stands. */
function textsOf({ title, question, steps }: Lesson): Map<string, string> {
  const texts = new Map([
    ['title', title],
    ['question', question],
  ]);
  for (const [i, step] of steps.entries()) {
    const at = `step ${String(i + 1)}`;
    texts.set(`${at} title`, step.title);
    const words = inlinesOf(step.text).map((each) => (each.kind === 'text' ? each.text : ' '));
    texts.set(`${at} text`, words.join(''));
    if (step.kind === 'why') texts.set(`${at} ask`, step.ask);
    if (step.kind === 'run')
      for (const { name, title: own } of step.runs) texts.set(`${at} ${name}`, own);
    if (!('questions' in step)) continue;
    for (const asked of step.questions) {
      texts.set(`${at} ${asked.id}`, asked.ask);
      if (asked.kind !== 'choose') continue;
      for (const { id, words: own } of asked.options) texts.set(`${at} ${asked.id} ${id}`, own);
    }
  }
  return texts;
}

describe.each(TRANSLATIONS)('the lessons in %s', (language) => {
  test.each(LESSON_NAMES)('%s is there as a whole', (name) => {
    const english = lessonOf(lessonText(name));
    const own = translated(name, language);
    expect(own.language).toBe(language);
    expect(own.words).toHaveLength(english.words.length);
    const [texts, source] = [textsOf(own), textsOf(english)];
    expect([...texts.keys()]).toEqual([...source.keys()]);
    for (const [at, text] of texts) {
      // Nothing is left in English but figures and what code says.
      if (/[a-z]{4}/i.test(source.get(at) ?? '') && !/^[a-z]+$/i.test(source.get(at) ?? '')) {
        expect({ at, text, own: /[가-힣\p{Script=Han}]/u.test(text) }).toEqual({
          at,
          text,
          own: true,
        });
      }
    }
    expect(own.steps.map(figuresOf)).toEqual(english.steps.map(figuresOf));
    expect(termProblems(source, texts, language, glossary)).toEqual([]);
  });
});

describe('a translation with mistakes', () => {
  const [name = ''] = LESSON_NAMES;
  const good = readFileSync(translationPath(name, 'ko'), 'utf8');
  const problemsOf = (text: string): string[] => {
    const result = translatedLesson(lessonOf(lessonText(name)), text);
    return result.ok
      ? []
      : result.problems.map((each) => `${String(each.line)}: ${lessonProblemSentence(each)}`);
  };

  test.each([
    [good.replace(/^---\n/, ''), /A lesson begins with a head/],
    [good.replace('language: ko\n', ''), /"language" is missing/],
    [`${good}\n## One more\n\nText.\n`, /The lesson has 6 steps, this has 7/],
    [good.replace(/ {2}first-at: .*\n/, ''), /The words of "first-at" are missing here/],
    [good.replace(/ {4}half: .*\n/, ''), /The words of "half" are missing here/],
    [good.replace(/```yaml\nask: .*\n```\n/, ''), /The words of "ask" are missing here/],
    [good.replace('asks:', 'aks:'), /There is no "aks" here; did you mean "asks"\?/],
  ])('%#', (text, expected) => {
    expect(problemsOf(text).join('\n')).toMatch(expected);
  });

  test('any file is a lesson or sentences with a place in it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 80 }), fc.string({ maxLength: 20 }), (at, cut, put) => {
        const from = at % (good.length + 1);
        const text = good.slice(0, from) + put + good.slice(from + cut);
        const result = translatedLesson(lessonOf(lessonText(name)), text);
        if (result.ok) {
          expect(result.lesson.steps).toHaveLength(6);
          return;
        }
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { line } of result.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
