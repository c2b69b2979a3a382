import type { LaneLog, RunLog } from '../../../model/run/schema';
import { secondsCell, textTable } from '../../text-table';
import { say } from '../../words';

/** The run in a table for the terminal: one line a lane, columns wide enough for their longest word. */
export function runTable(log: RunLog): string {
  const head = ['method', 'startup', 'stalls', 'stallTime', 'memory', 'verified'].map((column) =>
    say(`cli.columns.${column}`),
  );
  return textTable([head, ...log.lanes.map((lane) => laneRow(lane, log))]);
}

function laneRow(lane: LaneLog, log: RunLog): string[] {
  return [
    lane.method,
    lane.startupDelayMs === null ? say('cli.notYet') : secondsCell(lane.startupDelayMs),
    String(lane.stallCount),
    secondsCell(lane.stallTotalMs),
    `${Math.round(lane.memory.peakRssBytes / 1e6)} MB`,
    say(`cli.verified.${verification(lane, log)}`),
  ];
}

function verification(lane: LaneLog, log: RunLog): 'yes' | 'no' | 'unchecked' {
  if (!log.settings.verify || lane.sha256 === null) return 'unchecked';
  return lane.error?.code === 'hash-mismatch' ? 'no' : 'yes';
}
