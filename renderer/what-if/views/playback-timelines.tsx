import { rowsAxis, timeAxis, ticksInSeconds } from '../../charts/axes';
import { HatchDefs, useHatchIds } from '../../charts/outages';
import { plotOf, type ChartSize, type Plot } from '../../charts/plot';
import { ChartSurface, PlotAxes } from '../../charts/plot-frame';
import { secondsFigure } from '../../../model/figures';
import type { SweepAxis } from '../../../model/sweep/types';
import { say } from '../../ui/words';
import { valueWord } from '../state/axis-words';
import type { Detail, PlaybackTimeline } from '../worker/messages';
import { stripEndS, stripWords } from './timeline-words';

interface StripsProps {
  detail: Detail;
  axis: SweepAxis;
  size: ChartSize;
}

const ROOM = { left: 86, right: 178, top: 0, bottom: 24 };
/** The tallest row, px at scale 1. */
const MAX_ROW = 36;

/** What the viewer lives through at a handful of values: waiting, playing, stalled, over the link's outages. */
export function Strips({ detail, axis, size }: StripsProps) {
  const ids = useHatchIds();
  const { strips } = detail;
  const height = size.height / size.scale;
  const foot = Math.min(MAX_ROW * strips.length, height - ROOM.bottom);
  const time = timeAxis(stripEndS(strips));
  const plot = plotOf(size, { ...ROOM, bottom: height - foot }, time, rowsAxis(strips.length));
  const row = plot.bottom / strips.length;
  return (
    <ChartSurface size={size} label={labelOf(detail, axis)} plots={[plot]}>
      <HatchDefs ids={ids} />
      {strips.map((strip, i) =>
        // Neighbours often share an outage; one hatch over both leaves no seam.
        strip.outages.map(({ fromMs, toMs }) => (
          <rect
            key={`${String(strip.value)} ${String(fromMs)}`}
            x={plot.xInside(fromMs / 1000)}
            y={i * row}
            width={plot.xInside(toMs / 1000) - plot.xInside(fromMs / 1000)}
            height={row + 0.5}
            fill={`url(#${ids.scheduled})`}
          />
        )),
      )}
      {strips.map((strip, i) => (
        <Row
          key={strip.value}
          strip={strip}
          word={valueWord(axis, strip.value)}
          chosen={strip.value === detail.value}
          y={i * row}
          row={row}
          plot={plot}
        />
      ))}
      <PlotAxes plot={plot} xWord={ticksInSeconds(time)} />
    </ChartSurface>
  );
}

interface RowProps {
  strip: PlaybackTimeline;
  word: string;
  chosen: boolean;
  y: number;
  row: number;
  plot: Plot;
}

function Row({ strip, word, chosen, y, row, plot }: RowProps) {
  const { left, right } = plot;
  const { scale } = plot.size;
  const endMs = plot.xAxis.end * 1000;
  const x = (ms: number): number => plot.xInside(ms / 1000);
  const { startMs, stalls, endedMs } = strip;
  const bar = row * 0.62;
  const top = y + (row - bar) / 2;
  const text = {
    y: y + row / 2 + 4.5 * scale,
    fontSize: 13 * scale,
    style: chosen ? { fill: 'var(--ink)', fontWeight: 650 } : {},
  };
  const waitEnd = x(startMs ?? endMs);
  const playEnd = x(endedMs ?? endMs);
  return (
    <g data-part="strip">
      <text x={left - 12 * scale} textAnchor="end" {...text}>
        {word}
      </text>
      {waitEnd - left > 2 && (
        <rect
          x={left + 0.5}
          y={top + 0.5}
          width={waitEnd - left - 1}
          height={bar - 1}
          fill="var(--surface)"
          stroke="var(--waiting)"
          strokeDasharray="4 3"
        />
      )}
      {startMs !== null && (
        <rect
          x={waitEnd}
          y={top}
          width={Math.max(0, playEnd - waitEnd)}
          height={bar}
          fill="var(--buffer)"
        />
      )}
      {stalls
        .filter(({ fromMs }) => fromMs < endMs)
        .map(({ fromMs, toMs }) => (
          <rect
            key={fromMs}
            x={x(fromMs)}
            y={top - bar * 0.15}
            width={Math.max(2, x(toMs) - x(fromMs))}
            height={bar * 1.3}
            fill="var(--stalled)"
          />
        ))}
      <text x={right + 14 * scale} {...text}>
        {stripWords(strip)}
      </text>
    </g>
  );
}

function labelOf({ strips, seed }: Detail, axis: SweepAxis): string {
  const list = say('whatIf.strips.list', { count: strips.length, seed });
  const rows = strips.map((strip) =>
    say('whatIf.strips.label', {
      value: valueWord(axis, strip.value),
      words: stripWords(strip),
    }),
  );
  return `${list}. ${rows.join('. ')}. ${secondsFigure(stripEndS(strips) * 1000)}.`;
}
