import type { ScenarioProblem } from '../../model/scenario/types';
import { say } from '../words';

/** What is wrong with a scenario file, as a sentence. */
export function problemSentence({ code, params }: ScenarioProblem): string {
  const { expected } = params;
  const gaps = { ...params, ...(expected && { expected: say(`scenario.expected.${expected}`) }) };
  if (code !== 'settings') return say(`scenario.problems.${code}`, gaps);
  const reason = say(`settings.problems.${params['code'] ?? ''}`, params);
  return say('scenario.problems.settings', { reason });
}

/** The same for a terminal: where it stands first, as compilers write it. */
export function problemLine(file: string, problem: ScenarioProblem): string {
  const { line, column } = problem;
  return say('scenario.at', { file, line, column, sentence: problemSentence(problem) });
}
