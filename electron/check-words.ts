import { countStates, type CheckedLine } from '../model/check/check';
import { say } from './words';

/** What the lines are about. */
export interface CheckFacts {
  version: string;
  electron: string;
  platform: string;
}

/** What a look has found, as a sentence or as its word and its detail. */
function foundWords({ line, state, found, values }: CheckedLine): string {
  const key = `check.lines.${line}.${found}`;
  return state === 'right' ? `${say(key)}: ${say(`${key}More`, values)}` : say(key, values);
}

/** The lines as text, the facts of the app in front. */
export function checkText(lines: readonly CheckedLine[], facts: CheckFacts): string {
  return [say('check.text.head', { ...facts }), ...checkRows(lines)].join('\n');
}

/** One row of text for each line: what was looked at, what was found, how long it took. */
export function checkRows(lines: readonly CheckedLine[]): string[] {
  const states = lines.map(({ state }) => say(`check.state.${state}`));
  const names = lines.map(({ line }) => say(`check.lines.${line}.name`));
  const width = (words: readonly string[]): number => Math.max(0, ...words.map((w) => w.length));
  const [stateWidth, nameWidth] = [width(states), width(names)];
  return lines.map((line, i) =>
    say('check.text.line', {
      state: (states[i] ?? '').padEnd(stateWidth),
      name: (names[i] ?? '').padEnd(nameWidth),
      found: foundWords(line),
      seconds: (line.tookMs / 1000).toFixed(1),
    }),
  );
}

/** The lines as JSON for scripts: each with its sentence beside its facts. */
export function checkJson(lines: readonly CheckedLine[], facts: CheckFacts): string {
  const told = lines.map((line) => ({ ...line, sentence: foundWords(line) }));
  return JSON.stringify({ ...facts, counts: countStates(lines), lines: told }, null, 2);
}
