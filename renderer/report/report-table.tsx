import type { ReactElement } from 'react';
import {
  bufferFigure,
  growthFigure,
  secondsFigure,
  sizeFigure,
  stallsFigure,
} from '../../model/figures';
import { memoryOverRest } from '../../model/run/figures-at';
import type { LaneLog, RunLog } from '../../model/run/schema';
import { verificationOf } from '../../model/run/verification';
import { say } from '../ui/words';
import { exactSeconds } from './error-figures';
import { kindOf } from '../../model/source/kinds';
import type { EndFigure } from '../../model/source/source-kind';

const COLUMNS = ['method', 'startup', 'stalls', 'ended', 'received', 'held', 'memory'] as const;

/** The figures of every lane, one row each. */
export function ReportTable({ log }: { log: RunLog }): ReactElement {
  const last = kindOf(log.media).endFigures;
  return (
    <table>
      <thead>
        <tr>
          {[...COLUMNS, ...last].map((column) => (
            <th key={column} scope="col">
              {say(`report.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {log.lanes.map((lane) => (
          <tr key={lane.method} data-lane={lane.method}>
            <th scope="row">{say(`lanes.methods.${lane.method}`)}</th>
            <td>{moment(lane.startupDelayMs)}</td>
            <td>{stallsFigure(lane.stallCount, lane.stallTotalMs)}</td>
            <td>{moment(lane.endedMs)}</td>
            <td>{bufferFigure(lane.receivedBytes)}</td>
            <td>{bufferFigure(lane.memory.peakHeldBytes)}</td>
            <td>{peakMemory(lane)}</td>
            {last.map((column) => (
              <td key={column}>{END[column](lane, log)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The last columns, of which each kind of source has some. */
const END: Readonly<Record<EndFigure, (lane: LaneLog, log: RunLog) => string>> = {
  playerLag: ({ playerLagMs = null }) => moment(playerLagMs),
  verified: verdict,
  liveDelay: delay,
};

function moment(ms: number | null): string {
  return ms === null ? say('report.notYet') : secondsFigure(ms);
}

function peakMemory({ memory }: LaneLog): string {
  const { baselineRssBytes, peakRssBytes } = memory;
  const at = memoryOverRest(baselineRssBytes, peakRssBytes);
  if (!at) return say('report.notYet');
  return say('report.memoryOver', {
    over: growthFigure(at.overBytes),
    whole: sizeFigure(at.wholeBytes),
    rest: sizeFigure(at.restBytes),
  });
}

function delay({ liveDelayMs }: LaneLog): string {
  if (!liveDelayMs) return say('report.notYet');
  const { median, p95 } = liveDelayMs;
  return say('report.camera.delay', { median: exactSeconds(median), p95: exactSeconds(p95) });
}

function verdict(lane: LaneLog, log: RunLog): string {
  const gaps = {
    given: bufferFigure(lane.verifiedBytes ?? 0),
    all: bufferFigure(log.media.deliveredBytes),
  };
  return say(`report.verified.${verificationOf(lane, log)}`, gaps);
}
