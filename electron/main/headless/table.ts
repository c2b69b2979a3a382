import { growthFigure } from '../../../model/figures';
import { memoryOverRest } from '../../../model/run/figures-at';
import type { LaneLog, RunLog } from '../../../model/run/schema';
import { verificationOf } from '../../../model/run/verification';
import { secondsCell, textTable } from '../../text-table';
import { say } from '../../words';
import { kindOf } from '../../../model/source/kinds';
import type { EndFigure } from '../../../model/source/source-kind';

/** A column of the table: the key of its word, and what it says of a lane. */
type Column = [word: string, cell: (lane: LaneLog, log: RunLog) => string];

const ALWAYS: readonly Column[] = [
  ['method', ({ method }) => method],
  ['startup', ({ startupDelayMs }) => moment(startupDelayMs, secondsCell)],
  ['stalls', ({ stallCount }) => String(stallCount)],
  ['stallTime', ({ stallTotalMs }) => secondsCell(stallTotalMs)],
  ['over', ({ memory }) => overRest(memory)],
  ['memory', ({ memory }) => megabytes(memory.peakRssBytes)],
];

/** The columns of a figure that not every kind of source has. */
const END: Readonly<Record<EndFigure, readonly Column[]>> = {
  playerLag: [['playerLag', ({ playerLagMs }) => moment(playerLagMs, lagCell)]],
  verified: [['verified', verified]],
  liveDelay: [
    ['liveMedian', ({ liveDelayMs }) => moment(liveDelayMs?.median, milliseconds)],
    ['liveP95', ({ liveDelayMs }) => moment(liveDelayMs?.p95, milliseconds)],
  ],
};

/** The run in a table for the terminal: one line a lane, columns wide enough for their longest word. */
export function runTable(log: RunLog): string {
  const columns = [...ALWAYS, ...kindOf(log.media).endFigures.flatMap((figure) => END[figure])];
  const head = columns.map(([word]) => say(`cli.columns.${word}`));
  return textTable([head, ...log.lanes.map((lane) => columns.map(([, cell]) => cell(lane, log)))]);
}

/** Less than rounds to a tenth of a second is none. */
const lagCell = (ms: number): string => secondsCell(ms < 50 ? 0 : ms);

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** What the process took beyond its own rest at most. */
function overRest({ baselineRssBytes, peakRssBytes }: LaneLog['memory']): string {
  const at = memoryOverRest(baselineRssBytes, peakRssBytes);
  return at ? growthFigure(at.overBytes) : say('cli.notYet');
}

const milliseconds = (ms: number): string => `${Math.round(ms)} ms`;

function moment(ms: number | null | undefined, word: (ms: number) => string): string {
  return ms === null || ms === undefined ? say('cli.notYet') : word(ms);
}

function verified(lane: LaneLog, log: RunLog): string {
  const verification = verificationOf(lane, log);
  if (verification !== 'so-far') return say(`cli.verified.${verification}`);
  const share = (lane.verifiedBytes ?? 0) / log.media.deliveredBytes;
  return say('cli.verified.so-far', { percent: Math.floor(100 * share) });
}
