import type { Method } from '../../model/delivery/types';
import { hueOf, inkOf, MARKER } from '../ui/lane-style';
import { HALO, placeLabels, type LabelPosition } from './labels';
import { px, type PlacedPoint, type Plot } from './plot';

/** Markers along one lane's line, in the units of the axes. */
export interface LaneMarks {
  method: Method;
  steps: readonly PlacedPoint[];
  /** The value at the now-line; null when nothing was measured yet. */
  end: number | null;
  /** Its figure, written beside the line. */
  word: string;
  /** Where the word stands, in units of the value axis; beside the marker when left out. */
  wordAt?: number;
}

interface ChartMarksProps {
  plot: Plot;
  lanes: readonly LaneMarks[];
  /** Seconds at which the now-line stands. */
  nowS: number;
  /** A level with a name at the right of the plot, which no figure may cover. */
  level?: { at: number; word: string };
  /** Where words stand: beside the now-line, or at the right of the plot. */
  words: 'beside' | 'right';
}

/** Now-line, markers and direct labels, drawn over the lines. */
export function ChartMarks({ plot, lanes, nowS, level, words }: ChartMarksProps) {
  const { x, y, left, right, top, bottom, size: chart } = plot;
  const { scale } = chart;
  const now = x(nowS);
  const size = 13 * scale;
  const wordX = words === 'beside' ? now + 10 : right + 6;
  // Before the start nothing has been measured over time.
  const figures = lanes.flatMap(({ method, end, word, wordAt }) =>
    end === null || nowS === 0 ? [] : [{ key: method, word, y: y(wordAt ?? end), at: y(end) }],
  );
  const levelY = level && y(level.at);
  const levelInWay = level !== undefined && wordX + size * 2.6 > right;
  const wishes: LabelPosition[] = figures.map(({ key, y: wish }) => ({ key, y: wish }));
  if (levelInWay && levelY !== undefined) wishes.push({ key: 'level', y: levelY });
  const placed = placeLabels(wishes, size * 1.08, top, bottom);
  return (
    <g>
      {level && levelY !== undefined && (
        <>
          <path
            d={`M${px(left)} ${px(levelY)}H${px(right)}`}
            stroke="var(--ink)"
            strokeWidth={1.5}
          />
          <text
            x={right + 4}
            y={(placed.get('level') ?? levelY) + 4 * scale}
            fontSize={12 * scale}
            style={{ ...HALO, fill: 'var(--ink)', fontWeight: 600 }}
          >
            {level.word}
          </text>
        </>
      )}
      {lanes.map(({ method, steps }) => (
        <g key={method} fill={hueOf(method)}>
          {steps.map(({ t, v }) => (
            <path key={t} d={MARKER[method]} transform={at(x(t), y(v))} />
          ))}
        </g>
      ))}
      <path d={`M${px(now)} ${px(top)}V${px(bottom + 3)}`} stroke="var(--ink)" />
      {figures.map(({ key, word, at: level_ }) => (
        <g key={key}>
          <path
            d={MARKER[key]}
            transform={at(now, level_)}
            fill={hueOf(key)}
            stroke="var(--surface)"
          />
          <text
            x={wordX}
            y={(placed.get(key) ?? 0) + 4.5 * scale}
            fontSize={size}
            style={{ ...HALO, fill: inkOf(key), fontWeight: 650 }}
          >
            {word}
          </text>
        </g>
      ))}
    </g>
  );
}

const at = (x: number, y: number): string => `translate(${px(x)} ${px(y)})`;
