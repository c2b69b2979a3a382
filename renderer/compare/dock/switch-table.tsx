import { memo } from 'react';
import { baseMethod, isOff } from '../../../model/delivery/rules';
import { growthFigure, secondsFigure, sizeFigure } from '../../../model/figures';
import { memoryAt } from '../../../model/run/figures-at';
import type { RunLane, RunView } from '../../../model/run/run-view';
import { say, useLanguage } from '../../ui/words';

interface SwitchTableProps {
  run: RunView | null;
  /** Grows when the figures are to be written again. */
  revision: number;
}

/** What two lanes came to that differ in nothing but their backpressure, at the moment that is shown. */
export const SwitchTable = memo(function SwitchTable({ run }: SwitchTableProps) {
  useLanguage();
  const tMs = run?.shownMs() ?? 0;
  const off = run?.lanes.find(({ method }) => isOff(method)) ?? null;
  const on = run?.lanes.find(({ method }) => off && method === baseMethod(off.method)) ?? null;
  return (
    <div className="panel chart switch-table">
      <h3>
        {say('backpressure.summary.title')}{' '}
        <span className="chart-unit">
          {say('backpressure.summary.at', { seconds: secondsFigure(tMs) })}
        </span>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('backpressure.name')}</th>
            <th scope="col">{say('backpressure.off')}</th>
            <th scope="col">{say('backpressure.on')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ name, value }) => (
            <tr key={name} data-row={name}>
              <th scope="row">{say(`backpressure.summary.${name}`)}</th>
              {[off, on].map((lane, i) => (
                <td key={i}>{(lane && value(lane, tMs)) ?? say('backpressure.summary.none')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

/** What each row says of a lane at a moment, ms; null until it has been measured. */
const ROWS: readonly { name: string; value: (lane: RunLane, tMs: number) => string | null }[] = [
  {
    name: 'over',
    value({ log }, tMs) {
      const at = memoryAt(log, tMs);
      return at && growthFigure(at.overBytes);
    },
  },
  { name: 'read', value: (lane, tMs) => sizeFigure(lane.frameAt(tMs).readBytes) },
  { name: 'received', value: (lane, tMs) => sizeFigure(lane.frameAt(tMs).receivedBytes) },
  { name: 'played', value: (lane, tMs) => secondsFigure(lane.frameAt(tMs).positionS * 1000) },
];
