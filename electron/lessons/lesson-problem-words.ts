import type { LessonProblem } from '../../model/lesson/types';
import { hasWord, say } from '../words';
import { problemSentence } from '../scenarios/problem-words';

/** What is wrong with a lesson's file, as a sentence. What a scenario's file may get wrong is said in the same words. */
export function lessonProblemSentence({ line, column, code, params }: LessonProblem): string {
  const { expected, why, ...gaps } = params;
  const place = { line, column };
  if (code === 'run') return problemSentence({ ...place, code: why, params: gaps } as never);
  if (code === 'settings') return problemSentence({ ...place, code, params });
  const own = `lessons.expected.${expected ?? ''}`;
  const key = hasWord(own) ? own : `scenario.expected.${expected ?? ''}`;
  const all = { ...gaps, ...(expected && { expected: say(key) }) };
  const sentence = `lessons.problems.${code}`;
  return hasWord(sentence) ? say(sentence, all) : say(`scenario.problems.${code}`, all);
}
