import { area, line } from 'd3-shape';
import type { SweepPoint } from '../../../model/scenario/types';
import { InsidePlot } from '../../charts/plot-frame';
import type { Plot } from '../../charts/plot';
import { tradeoffRows, type TradeoffRow } from './tradeoff-scale';

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
  return (
    <InsidePlot plot={plot}>
      <path d={bandOf(plot, rows, 'delayBand')} fill="var(--buffer)" fillOpacity={weak} />
      <path d={bandOf(plot, rows, 'stallBand')} fill="var(--stalled)" fillOpacity={weak} />
      <g fill="none" strokeWidth={3} strokeOpacity={strong}>
        <path d={meanOf(plot, rows, 'delay')} stroke="var(--buffer)" />
        <path d={meanOf(plot, rows, 'stall')} stroke="var(--stalled)" />
      </g>
    </InsidePlot>
  );
}

const meanOf = ({ x, y }: Plot, rows: TradeoffRow[], key: 'delay' | 'stall'): string =>
  line<TradeoffRow>(
    (row) => x(row.x),
    (row) => y(row[key] ?? 0),
  )
    .defined((row) => row[key] !== null)
    .digits(1)(rows) ?? '';

const bandOf = ({ x, y }: Plot, rows: TradeoffRow[], key: 'delayBand' | 'stallBand'): string =>
  area<TradeoffRow>(
    (row) => x(row.x),
    (row) => y(row[key]?.[0] ?? 0),
    (row) => y(row[key]?.[1] ?? 0),
  )
    .defined((row) => row[key] !== null)
    .digits(1)(rows) ?? '';
