import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../model/language';
import { readScenario } from '../../../model/scenario/read';
import { curveOf } from '../scenario/bundled';
import { lessonOf } from './files';

const TEMPLATES = resolve(import.meta.dirname, '../../../assets/templates');
const textOf = (language: string, file: string): string =>
  readFileSync(resolve(TEMPLATES, language, file), 'utf8');

describe.each(LANGUAGES)('the templates in %s', (language) => {
  test('the lesson can be gone through, and asks in every way', () => {
    const lesson = lessonOf(textOf(language, 'lesson.md'));
    expect(lesson.language).toBe(language);
    expect(lesson.steps.map(({ kind }) => kind)).toEqual([
      ...['hook', 'predict', 'predict', 'run', 'why', 'try'],
    ]);
  });

  test('the scenario can be run', () => {
    expect(readScenario(textOf(language, 'scenario.yaml'), curveOf)).toMatchObject({ ok: true });
  });
});
