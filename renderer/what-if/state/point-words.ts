import { secondsFigure } from '../../../model/figures';
import type { Spread, SweepPoint } from '../../../model/scenario/types';
import { say } from '../../ui/words';

/** The mean of a time over the runs for people; "never" when no run had it. */
export const spreadWord = (times: Spread | null): string =>
  times ? secondsFigure(times.mean) : say('whatIf.never');

/** How many runs played through without a stall: "12 of 12". */
export const smoothWord = (point: SweepPoint | null): string =>
  point ? say('whatIf.smoothOf', { smooth: point.smoothRuns, runs: point.runs }) : '';
