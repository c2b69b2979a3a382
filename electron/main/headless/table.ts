import type { LaneLog, RunLog } from '../../../model/run/schema';
import { say } from '../../words';

/** The run in a table for the terminal: one line a lane, columns wide enough for their longest word. */
export function runTable(log: RunLog): string {
  const head = ['method', 'startup', 'stalls', 'stallTime', 'memory', 'verified'].map((column) =>
    say(`cli.columns.${column}`),
  );
  const rows = [head, ...log.lanes.map((lane) => laneRow(lane, log))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function laneRow(lane: LaneLog, log: RunLog): string[] {
  return [
    lane.method,
    lane.startupDelayMs === null ? say('cli.notYet') : seconds(lane.startupDelayMs),
    String(lane.stallCount),
    seconds(lane.stallTotalMs),
    `${Math.round(lane.memory.peakRssBytes / 1e6)} MB`,
    say(`cli.verified.${verification(lane, log)}`),
  ];
}

function seconds(ms: number): string {
  return ms === 0 ? '0' : `${(ms / 1000).toFixed(1)} s`;
}

function verification(lane: LaneLog, log: RunLog): 'yes' | 'no' | 'unchecked' {
  if (!log.settings.verify || lane.sha256 === null) return 'unchecked';
  return lane.error?.code === 'hash-mismatch' ? 'no' : 'yes';
}
