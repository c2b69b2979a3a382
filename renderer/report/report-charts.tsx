import type { ReactElement } from 'react';
import type { RunLog } from '../../model/run/schema';
import type { KindCharts } from '../charts/kind-charts';
import { runCharts } from './run-charts';

/** The charts in their order on the page. */
const ORDER = ['played', 'occupancy', 'memory'] as const;

/** Size of one chart on the page, CSS px. */
const SIZE = { width: 1040, height: 260 };

/** The three charts of the Compare room over the whole run: those that its kind of source has there. */
export function ReportCharts({ log, charts }: { log: RunLog; charts: KindCharts }): ReactElement {
  const all = runCharts(log, charts);
  return (
    <>
      {ORDER.map((name) => (
        <figure key={name}>
          <figcaption>
            {all[name].title} <span>{all[name].unit}</span>
          </figcaption>
          {all[name].draw(SIZE)}
        </figure>
      ))}
    </>
  );
}
