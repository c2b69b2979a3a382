import { sizeFigure } from '../../../model/figures';
import { valueAxis } from '../../charts/axes';
import { say } from '../../ui/words';
import { laneOf } from '../worker-board/endpoint-glyph';
import type { MemorySample } from '../state/history';
import type { RequestSpan } from '../state/request-spans';
import { PlotFrame, type Plot } from './plot';
import { timeWindow } from './time-window';

interface MemoryChartProps {
  samples: readonly MemorySample[];
  passages: readonly RequestSpan[];
  baselineRssBytes: number | null;
  nowMs: number;
}

/** Room for "200" before the curve, px at 12 px words. */
const LEFT = 50;
/** The axis reaches at least here, MB. */
const FLOOR_MB = 80;
/** Height of the two rows of comings and goings, px at 12 px words. */
const MARKS = 32;

/** The measured memory of the server's process, with the moment each client came and went. */
export function MemoryChart(props: MemoryChartProps) {
  const { samples, passages, baselineRssBytes, nowMs } = props;
  const most = Math.max(0, ...samples.map(({ rssBytes }) => rssBytes)) / 1e6;
  const axis = valueAxis(most, FLOOR_MB);
  const memory = samples.at(-1)?.rssBytes ?? baselineRssBytes ?? 0;
  const gaps = {
    ...{ seconds: (nowMs / 1000).toFixed(0), memory: sizeFigure(memory) },
    baseline: sizeFigure(baselineRssBytes ?? 0),
  };
  return (
    <PlotFrame
      window={timeWindow(nowMs)}
      nowMs={nowMs}
      left={LEFT}
      label={say('server.charts.memoryLabel', gaps)}
    >
      {(plot) => {
        const floor = plot.bottom - MARKS * plot.scale;
        const y = (mb: number): number => floor - (mb / axis.end) * (floor - 8);
        return (
          <>
            {axis.ticks.map((mb) => (
              <Level key={mb} plot={plot} y={y(mb)} word={String(mb)} />
            ))}
            {baselineRssBytes !== null && <Baseline {...{ plot, y: y(baselineRssBytes / 1e6) }} />}
            <Curve {...{ plot, samples, y }} />
            <Marks plot={plot} passages={passages} top={floor} />
          </>
        );
      }}
    </PlotFrame>
  );
}

function Level({ plot, y, word }: { plot: Plot; y: number; word: string }) {
  const { left, right, scale } = plot;
  return (
    <g>
      <path d={`M${String(left)} ${y.toFixed(1)}H${String(right)}`} className="grid" />
      <text x={left - 6} y={y + 4 * scale} textAnchor="end" fontSize={12 * scale}>
        {word}
      </text>
    </g>
  );
}

/** What the process had before its first request. */
function Baseline({ plot, y }: { plot: Plot; y: number }) {
  const { left, right, scale } = plot;
  return (
    <g className="baseline">
      <path d={`M${String(left)} ${y.toFixed(1)}H${String(right)}`} />
      <text x={right} y={y - 4} textAnchor="end" fontSize={12 * scale}>
        {say('server.charts.baseline')}
      </text>
    </g>
  );
}

interface CurveProps {
  plot: Plot;
  samples: readonly MemorySample[];
  y: (mb: number) => number;
}

function Curve({ plot, samples, y }: CurveProps) {
  const points = samples.map(({ tMs, rssBytes }) => [plot.x(tMs), y(rssBytes / 1e6)] as const);
  const last = points.at(-1);
  const end = samples.at(-1);
  if (!last || !end) return null;
  const line = points.map(([x, at]) => `${x.toFixed(1)} ${at.toFixed(1)}`).join('L');
  // Beside the now-line where there is room, before it otherwise.
  const before = last[0] > plot.right - 60 * plot.scale;
  return (
    <g className="curve">
      <path d={`M${line}`} />
      <circle cx={last[0]} cy={last[1]} r="4" />
      <text
        x={last[0] + (before ? -9 : 9)}
        y={Math.max(12, last[1] - 8)}
        textAnchor={before ? 'end' : 'start'}
        fontSize={13 * plot.scale}
      >
        {sizeFigure(end.rssBytes)}
      </text>
    </g>
  );
}

/** A row of those that came and a row of those that went. */
function Marks({
  plot,
  passages,
  top,
}: {
  plot: Plot;
  passages: readonly RequestSpan[];
  top: number;
}) {
  const { left, scale, x } = plot;
  const row = (MARKS * scale) / 2;
  const tick = (at: number | null, i: 0 | 1): string =>
    at === null || x(at) <= left
      ? ''
      : `M${x(at).toFixed(1)} ${(top + i * row + 4).toFixed(1)}v${(row - 5).toFixed(1)}`;
  return (
    <g className="marks">
      {(['came', 'left'] as const).map((word, i) => (
        <text key={word} x="0" y={top + (i + 1) * row - 3 * scale} fontSize={12 * scale}>
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
