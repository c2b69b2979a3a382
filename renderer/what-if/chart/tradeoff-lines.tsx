import type { SweepPoint } from '../../../model/sweep/types';
import { InsidePlot } from '../../charts/plot-frame';
import type { Plot } from '../../charts/plot';
import { PlotBand, PlotLine } from '../../charts/plot-lines';
import { tradeoffRows } from './tradeoff-scale';

interface TradeoffLinesProps {
  plot: Plot;
  points: readonly SweepPoint[];
  /** Of a sweep before, while the newest is not complete. */
  dimmed?: boolean;
}

/** Mean lines over bands from least to most, of both prices. */
export function TradeoffLines({ plot, points, dimmed = false }: TradeoffLinesProps) {
  const rows = tradeoffRows(points);
  const [strong, weak] = dimmed ? [0.28, 0.05] : [1, 0.16];
  const line = { strokeWidth: 3, strokeOpacity: strong };
  const mean = (of: 'delay' | 'stall') => rows.map((row) => ({ t: row.x, v: row[of] }));
  const band = (of: 'delayBand' | 'stallBand') => rows.map((row) => ({ t: row.x, band: row[of] }));
  return (
    <InsidePlot plot={plot}>
      <PlotBand plot={plot} points={band('delayBand')} fill="var(--buffer)" fillOpacity={weak} />
      <PlotBand plot={plot} points={band('stallBand')} fill="var(--stalled)" fillOpacity={weak} />
      <PlotLine plot={plot} points={mean('delay')} stroke="var(--buffer)" {...line} />
      <PlotLine plot={plot} points={mean('stall')} stroke="var(--stalled)" {...line} />
    </InsidePlot>
  );
}
