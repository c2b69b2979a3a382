import { useId } from 'react';
import { timeAxis } from '../../charts/axes';
import { HatchDefs } from '../../charts/hatch';
import type { ChartSize } from '../../charts/time-chart';
import { secondsFigure } from '../../../model/figures';
import type { SweepAxis } from '../../../model/scenario/types';
import { say } from '../../ui/words';
import { valueWord } from '../state/axis-words';
import type { Detail, PlaybackTimeline } from '../worker/messages';
import { stripEndS, stripWords } from './timeline-words';

interface StripsProps {
  detail: Detail;
  axis: SweepAxis;
  size: ChartSize;
}

const ROOM = { left: 86, right: 178, bottom: 24 };

/** What the viewer lives through at a handful of values: waiting, playing, stalled, over the link's outages. */
export function Strips({ detail, axis, size }: StripsProps) {
  const id = useId();
  const { width, height, scale } = size;
  const { strips } = detail;
  const left = ROOM.left * scale;
  const right = width - ROOM.right * scale;
  const bottom = height - ROOM.bottom * scale;
  const row = Math.min(36 * scale, bottom / strips.length);
  const time = timeAxis(stripEndS(strips));
  const x = (ms: number): number =>
    left + (Math.min(ms / 1000, time.end) / time.end) * (right - left);
  const foot = row * strips.length;
  return (
    <svg
      className="view-layer"
      width={width}
      height={height}
      role="img"
      aria-label={labelOf(detail, axis)}
    >
      <HatchDefs ids={{ scheduled: `${id}s`, byHand: `${id}h` }} />
      {strips.map((strip, i) => {
        // Neighbours often share an outage; one hatch over both leaves no seam.
        const y = i * row;
        return strip.outages.map(({ fromMs, toMs }) => (
          <rect
            key={`${String(strip.value)} ${String(fromMs)}`}
            x={x(fromMs)}
            y={y}
            width={Math.max(0, x(toMs) - x(fromMs))}
            height={row + 0.5}
            fill={`url(#${id}s)`}
          />
        ));
      })}
      {strips.map((strip, i) => (
        <Row
          key={strip.value}
          strip={strip}
          word={valueWord(axis, strip.value)}
          chosen={strip.value === detail.value}
          y={i * row}
          row={row}
          x={x}
          left={left}
          right={right}
          scale={scale}
          endMs={time.end * 1000}
        />
      ))}
      {time.ticks.map((tick) => (
        <text
          key={tick}
          x={x(tick * 1000)}
          y={foot + 17 * scale}
          fontSize={12 * scale}
          textAnchor="middle"
        >
          {tick === time.end ? `${String(tick)} s` : tick}
        </text>
      ))}
    </svg>
  );
}

interface RowProps {
  strip: PlaybackTimeline;
  word: string;
  chosen: boolean;
  y: number;
  row: number;
  x: (ms: number) => number;
  left: number;
  right: number;
  scale: number;
  endMs: number;
}

function Row({ strip, word, chosen, y, row, x, left, right, scale, endMs }: RowProps) {
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
