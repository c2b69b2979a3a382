import type { Method } from '../../../model/delivery/types';
import { px, type Plot } from '../../charts/plot';
import { hueOf } from '../../ui/lane-style';

/** Room beside a plot for the tube and its words, px at scale 1. */
export const TUBE_ROOM = 150;

/** Tiles of the tube: two side by side, ten high. */
const COLUMNS = 2;
const ROWS = 10;
const GAP = 1.5;

interface LevelTubeProps {
  plot: Plot;
  lane: Method;
  bytes: number;
  /** The learner's own level, dashed across; absent while it is drawn. */
  own?: number;
  word: string;
}

/** The client buffer beside the chart on the chart's own axis, so that its level is the height of the line. */
export function LevelTube({ plot, lane, bytes, own, word }: LevelTubeProps) {
  const tile = (plot.bottom - plot.top) / ROWS;
  const width = Math.min(tile * COLUMNS, TUBE_ROOM * plot.size.scale * 0.6);
  const cell = width / COLUMNS;
  const right = plot.size.width - 24 * plot.size.scale;
  const left = right - width;
  const most = plot.yAxis.end * 1e6;
  const filled = (bytes / most) * ROWS * COLUMNS;
  return (
    <g>
      {Array.from({ length: ROWS * COLUMNS }, (_, i) => {
        const share = Math.min(1, Math.max(0, filled - i));
        const x = left + (i % COLUMNS) * cell + GAP;
        const y = plot.bottom - (Math.floor(i / COLUMNS) + 1) * tile + GAP;
        const look = { y: px(y), height: px(tile - 2 * GAP) };
        return (
          <g key={i}>
            <rect {...look} x={px(x)} width={px(cell - 2 * GAP)} fill="var(--empty-tile)" />
            {share > 0 && (
              <rect {...look} x={px(x)} width={px((cell - 2 * GAP) * share)} fill={hueOf(lane)} />
            )}
          </g>
        );
      })}
      <path
        d={`M${px(left - 2)} ${px(plot.top)}V${px(plot.bottom + 1)}H${px(right + 2)}V${px(plot.top)}`}
        fill="none"
        stroke="var(--glass)"
        strokeWidth={2.5}
      />
      {own !== undefined && (
        <path
          d={`M${px(left - 12)} ${px(plot.y(own / 1e6))}H${px(right + 12)}`}
          stroke="var(--ink)"
          strokeWidth={3}
          strokeDasharray="9 6"
        />
      )}
      <text
        x={(left + right) / 2}
        y={plot.top - 8}
        fontSize={14 * plot.size.scale}
        textAnchor="middle"
        style={{ fill: 'var(--ink)', fontWeight: 650 }}
      >
        {word}
      </text>
    </g>
  );
}
