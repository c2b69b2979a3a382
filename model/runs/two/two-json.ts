import type { KeptRun } from '../kept-lines';
import type { TwoRuns } from './compare-two';
import { verdictWords, type Words } from './two-words';

/** How the JSON of a comparison names itself. */
export const TWO_RUNS_SCHEMA = 'bufferscope.two-runs/1';

/** What of a run stands beside its comparison. */
export type NamedRun = Pick<KeptRun, 'name' | 'startedMs' | 'brokenOff'> & { id: string | null };

/**
 * A comparison as JSON, for the window and the command line alike: times in ms, sizes in bytes, differences B less A.
 */
export function twoRunsJson(
  two: TwoRuns,
  [a, b]: readonly [NamedRun, NamedRun],
  words: Words,
): string {
  const { lead, rest } = verdictWords(two, words);
  const whole = { schema: TWO_RUNS_SCHEMA, a, b, sentence: [lead, ...rest].join(' '), ...two };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
