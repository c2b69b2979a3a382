import type { ReactElement } from 'react';
import { secondsFigure } from '../../model/figures';
import type { LaneLog, Stall } from '../../model/run/schema';
import { say, textOf } from '../ui/words';

/** Every stall of the run with its cause, in the order of the lanes. */
export function ReportStalls({ lanes }: { lanes: readonly LaneLog[] }): ReactElement {
  const stalls = lanes.flatMap((lane) => lane.stalls.map((stall) => ({ lane, stall })));
  return (
    <section>
      <h2>{say('report.stalls')}</h2>
      {stalls.length === 0 ? <p>{say('report.noStalls')}</p> : null}
      <ul>
        {stalls.map(({ lane, stall }) => (
          <li key={`${lane.method} ${stall.atMs}`}>{stallSentence(lane, stall)}</li>
        ))}
      </ul>
    </section>
  );
}

function stallSentence(lane: LaneLog, stall: Stall): string {
  return say('report.stall', {
    method: say(`lanes.methods.${lane.method}`),
    at: secondsFigure(stall.atMs),
    position: secondsFigure(stall.positionS * 1000),
    duration: stall.durationMs === null ? say('report.lasting') : secondsFigure(stall.durationMs),
    cause: textOf(stall.causes, stall.cause),
  });
}

/** Where the flow of a lane broke; nothing when no lane failed. */
export function ReportErrors({ lanes }: { lanes: readonly LaneLog[] }): ReactElement | null {
  const failed = lanes.flatMap((lane) => (lane.error ? [{ lane, error: lane.error }] : []));
  if (failed.length === 0) return null;
  return (
    <section className="errors">
      <h2>{say('report.errors')}</h2>
      <ul>
        {failed.map(({ lane, error }) => (
          <li key={lane.method}>
            <b>{say(`lanes.methods.${lane.method}`)}:</b>{' '}
            {textOf(error.texts?.message, error.message)}{' '}
            {textOf(error.texts?.detail, error.detail)}
          </li>
        ))}
      </ul>
    </section>
  );
}
