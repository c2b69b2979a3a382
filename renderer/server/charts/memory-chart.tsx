import { fixedFigure, sizeFigure } from '../../../model/figures';
import { rowsAxis, valueAxis, withoutTicks } from '../../charts/axes';
import { linePath, plotOf, px, type ChartSize, type Plot } from '../../charts/plot';
import { ChartSurface, PlotAxes } from '../../charts/plot-frame';
import { say } from '../../ui/words';
import { laneOf } from '../../services/endpoint-glyph';
import type { MemorySample } from '../state/history';
import type { RequestSpan } from '../state/request-spans';
import { NowLine } from './now-line';
import { timeWindow } from './time-window';

interface MemoryChartProps {
  size: ChartSize;
  samples: readonly MemorySample[];
  passages: readonly RequestSpan[];
  baselineRssBytes: number | null;
  nowMs: number;
}

/** Height of the two rows of comings and goings, px at 12 px words. */
const MARKS = 32;
const ROOM = { left: 50, right: 14, top: 8, bottom: 22 };
/** The axis reaches at least here, MB. */
const FLOOR_MB = 80;

/** The measured memory of the server's process, with the moment each client came and went. */
export function MemoryChart(props: MemoryChartProps) {
  const { size, samples, passages, baselineRssBytes, nowMs } = props;
  const most = Math.max(0, ...samples.map(({ rssBytes }) => rssBytes)) / 1e6;
  const memory = samples.at(-1)?.rssBytes ?? baselineRssBytes ?? 0;
  const values = {
    ...{ seconds: fixedFigure(nowMs / 1000, 0), memory: sizeFigure(memory) },
    baseline: sizeFigure(baselineRssBytes ?? 0),
  };
  const time = timeWindow(nowMs);
  const upper = { ...ROOM, bottom: ROOM.bottom + MARKS };
  const plot = plotOf(size, upper, withoutTicks(time), valueAxis(most, FLOOR_MB));
  const top = size.height / size.scale - upper.bottom;
  const rows = plotOf(size, { ...ROOM, top }, time, rowsAxis(2));
  return (
    <ChartSurface size={size} label={say('server.charts.memoryLabel', values)} plots={[plot, rows]}>
      <PlotAxes plot={plot} />
      <PlotAxes plot={rows} />
      {baselineRssBytes !== null && <Baseline plot={plot} y={plot.y(baselineRssBytes / 1e6)} />}
      <Curve plot={plot} samples={samples} />
      <Marks plot={rows} passages={passages} />
      <NowLine plot={rows} nowMs={nowMs} />
    </ChartSurface>
  );
}

/** What the process had before its first request. */
function Baseline({ plot, y }: { plot: Plot; y: number }) {
  const { left, right, size } = plot;
  return (
    <g className="baseline">
      <path d={`M${px(left)} ${px(y)}H${px(right)}`} />
      <text x={right} y={y - 4} textAnchor="end" fontSize={12 * size.scale}>
        {say('server.charts.baseline')}
      </text>
    </g>
  );
}

interface CurveProps {
  plot: Plot;
  samples: readonly MemorySample[];
}

function Curve({ plot, samples }: CurveProps) {
  const { xInside, y, left, right, size } = plot;
  const seen = samples.filter(({ tMs }) => tMs >= plot.xAxis.from * 1000);
  const points = seen.map(({ tMs, rssBytes }) => ({ t: tMs / 1000, v: rssBytes / 1e6 }));
  const end = seen.at(-1);
  if (!end) return null;
  const last = { x: Math.max(left, xInside(end.tMs / 1000)), y: y(end.rssBytes / 1e6) };
  // Beside the now-line where there is room, before it otherwise.
  const before = last.x > right - 60 * size.scale;
  return (
    <g className="curve">
      <path d={linePath(plot, points)} />
      <circle cx={last.x} cy={last.y} r="4" />
      <text
        x={last.x + (before ? -9 : 9)}
        y={Math.max(12, last.y - 8)}
        textAnchor={before ? 'end' : 'start'}
        fontSize={13 * size.scale}
      >
        {sizeFigure(end.rssBytes)}
      </text>
    </g>
  );
}

/** A row of those that came and a row of those that went. */
function Marks({ plot, passages }: { plot: Plot; passages: readonly RequestSpan[] }) {
  const { left, top, bottom, xInside, size } = plot;
  const row = (bottom - top) / 2;
  const tick = (atMs: number | null, i: 0 | 1): string => {
    const x = atMs === null ? left : xInside(atMs / 1000);
    return x <= left ? '' : `M${px(x)} ${px(top + i * row + 4)}v${px(row - 5)}`;
  };
  return (
    <g className="marks">
      {(['came', 'left'] as const).map((word, i) => (
        <text key={word} x="0" y={top + (i + 1) * row - 3 * size.scale} fontSize={12 * size.scale}>
          {say(`server.charts.${word}`)}
        </text>
      ))}
      {passages.map(({ client, endpoint, cameMs, leftMs }) => (
        <g key={client} data-lane={laneOf(endpoint)}>
          <path d={tick(cameMs, 0) + tick(leftMs, 1)} />
        </g>
      ))}
    </g>
  );
}
