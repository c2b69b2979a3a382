import { Fragment, type ReactElement } from 'react';
import { predictionError } from '../../model/run/prediction';
import type { LaneLog, LanePrediction, RunLog } from '../../model/run/schema';
import { kindOf } from '../../model/source/kinds';
import { say } from '../ui/words';
import { countError, exactSeconds, timeError } from './error-figures';
import { KIND_REPORTS } from './kind-report';

/** A figure that is predicted: of both sides as text, and how far they are apart. */
interface Compared {
  words: 'startup' | 'stalls' | 'stallTime' | 'ended';
  of: (figures: LanePrediction) => string;
  error: (measured: LanePrediction, predicted: LanePrediction) => string;
}

const FIGURES: readonly Compared[] = [
  {
    words: 'startup',
    of: ({ startupDelayMs }) => time(startupDelayMs),
    error: (...both) => timeError(predictionError(...both).startupDelayMs),
  },
  {
    words: 'stalls',
    of: ({ stallCount }) => String(stallCount),
    error: (...both) => countError(predictionError(...both).stallCount),
  },
  {
    words: 'stallTime',
    of: ({ stallTotalMs }) => exactSeconds(stallTotalMs),
    error: (...both) => timeError(predictionError(...both).stallTotalMs),
  },
  {
    words: 'ended',
    of: ({ endedMs }) => time(endedMs),
    error: (...both) => timeError(predictionError(...both).endedMs),
  },
];

const SIDES = ['predicted', 'measured', 'error'] as const;

/** What the model says of every lane beside what was measured; nothing for a log that holds no predictions. */
export function ReportPrediction({ log }: { log: RunLog }): ReactElement | null {
  if (log.lanes.every(({ prediction }) => prediction === undefined)) return null;
  if (!kindOf(log.media).predicted) return <NotPredicted log={log} />;
  const isCut = log.link.outages.some(({ byHand }) => byHand);
  const goesOn = log.lanes.some(({ endedMs, error }) => endedMs === null && error === null);
  return (
    <section>
      <h2>{say('report.prediction.title')}</h2>
      <p>
        {say('report.prediction.what')} {isCut && say('report.prediction.withCuts')}{' '}
        {goesOn && say('report.prediction.soFar')}
      </p>
      <table className="prediction">
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {say('report.columns.method')}
            </th>
            {FIGURES.map(({ words }) => (
              <th key={words} colSpan={SIDES.length} scope="colgroup">
                {say(`report.prediction.${words}`)}
              </th>
            ))}
          </tr>
          <tr>
            {FIGURES.map(({ words }) => (
              <Fragment key={words}>
                {SIDES.map((side) => (
                  <th key={side} scope="col">
                    {say(`report.prediction.${side}`)}
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {log.lanes.map((lane) => (
            <Row key={lane.method} lane={lane} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A kind of source without predictions: the reason stands where others have theirs. */
function NotPredicted({ log }: { log: RunLog }): ReactElement {
  return (
    <section>
      <h2>{say('report.prediction.title')}</h2>
      <p>{KIND_REPORTS.of(log.media).notPredicted()}</p>
    </section>
  );
}

function Row({ lane }: { lane: LaneLog }): ReactElement {
  const { prediction, noPrediction } = lane;
  return (
    <tr data-lane={lane.method}>
      <th scope="row">{say(`lanes.methods.${lane.method}`)}</th>
      {prediction ? (
        FIGURES.map(({ words, of, error }) => (
          <Fragment key={words}>
            <td>{of(prediction)}</td>
            <td>{of(lane)}</td>
            <td className="error">{error(lane, prediction)}</td>
          </Fragment>
        ))
      ) : (
        <td colSpan={FIGURES.length * SIDES.length}>
          {noPrediction && say(`report.prediction.${noPrediction}`)}
        </td>
      )}
    </tr>
  );
}

function time(ms: number | null): string {
  return ms === null ? say('report.prediction.never') : exactSeconds(ms);
}
