import type { Picture } from '../state/use-picture';
import { say } from '../../ui/words';
import type { Plot } from '../../charts/plot';
import { problemStretches } from './tradeoff-scale';

interface TradeoffGroundProps {
  picture: Picture;
  plot: Plot;
}

/** Under the curves: the sweet spot, and stretches whose settings cannot be run. */
export function TradeoffGround({ picture: { setup, points, spot }, plot }: TradeoffGroundProps) {
  const { range } = setup;
  const { scale, width } = plot.size;
  const x = plot.xInside;
  const tall = plot.bottom - plot.top;
  const band = spot === null ? null : bandOf(range.values, spot, x, plot);
  const words = spot === null ? '' : say(`whatIf.spot.${range.axis}`);
  const half = words.length * 3.35 * scale;
  const middle = band ? clamp((band.from + band.to) / 2, plot.left + half, width - half - 4) : 0;
  return (
    <>
      {problemStretches(points, range.from, range.to).map(({ from, to, code }) => (
        <g key={from} data-part="no-run">
          <rect
            x={x(from)}
            y={plot.top}
            width={x(to) - x(from)}
            height={tall}
            fill="var(--ground)"
            stroke="var(--line-strong)"
            strokeDasharray="4 3"
          />
          <GapWords
            x={x(from)}
            width={x(to) - x(from)}
            y={plot.top + tall / 3}
            size={12 * scale}
            reason={say(`whatIf.gapReason.${code}`)}
          />
        </g>
      ))}
      {band && (
        <g data-part="spot">
          <rect
            x={band.from}
            y={plot.top}
            width={band.to - band.from}
            height={tall}
            fill="var(--sunk)"
          />
          <text
            x={middle}
            y={plot.top - 9 * scale}
            fontSize={13 * scale}
            textAnchor="middle"
            style={{ fill: 'var(--ink)', fontWeight: 650 }}
          >
            {words}
          </text>
        </g>
      )}
    </>
  );
}

interface GapWordsProps {
  x: number;
  width: number;
  y: number;
  size: number;
  reason: string;
}

/** Narrower than this (px) a stretch has no room for words; its reason then stands beside the figures when chosen. */
const ROOM_FOR_WORDS = 84;

function GapWords({ x, width, y, size, reason }: GapWordsProps) {
  if (width < ROOM_FOR_WORDS) return null;
  const lines = wrapped(reason, Math.floor((width - 16) / (size * 0.52)));
  return (
    <text x={x + width / 2} y={y} fontSize={size} textAnchor="middle">
      <tspan style={{ fill: 'var(--ink)', fontWeight: 650 }}>{say('whatIf.gap')}</tspan>
      {lines.map((line, i) => (
        <tspan key={line} x={x + width / 2} dy={size * (i === 0 ? 1.6 : 1.3)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A sentence in lines of at most so many letters. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** From half-way to the value before to half-way to the next. */
function bandOf(
  values: readonly number[],
  spot: number,
  x: (value: number) => number,
  plot: Plot,
): { from: number; to: number } | null {
  const i = values.indexOf(spot);
  // Of points that are about to be replaced the spot may be none of the values any more.
  if (i < 0) return null;
  const at = x(spot);
  const before = values[i - 1];
  const next = values[i + 1];
  const left = before === undefined ? null : (at - x(before)) / 2;
  const right = next === undefined ? null : (x(next) - at) / 2;
  const overhang = 20 * plot.size.scale;
  return {
    from: Math.max(plot.left - overhang, at - (left ?? right ?? 8)),
    to: Math.min(plot.right + overhang, at + (right ?? left ?? 8)),
  };
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));
