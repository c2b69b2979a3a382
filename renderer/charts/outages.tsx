import { memo, useId, useMemo } from 'react';
import type { DownTime } from '../../model/run/schema';
import { say, useLanguage } from '../ui/words';
import { px, type Plot } from './plot';

/** Ids of the two hatches, unique to one chart: lines for scheduled outages, a lattice for those cut by hand. */
export interface HatchIds {
  scheduled: string;
  byHand: string;
}

/** Ids for the hatches of one chart. */
export function useHatchIds(): HatchIds {
  const id = useId();
  return useMemo(() => ({ scheduled: `${id}s`, byHand: `${id}h` }), [id]);
}

/** The two hatch patterns of an SVG. */
export function HatchDefs({ ids }: { ids: HatchIds }) {
  return (
    <defs>
      <Hatch id={ids.scheduled} opacity={0.38} />
      <Hatch id={ids.byHand} opacity={0.5} lattice />
    </defs>
  );
}

interface HatchProps {
  id: string;
  opacity: number;
  lattice?: boolean;
}

/** Distance of the lines of a hatch and their width, px. */
const PITCH = 7;
const LINE = 1.4;

function Hatch({ id, opacity, lattice = false }: HatchProps) {
  return (
    <pattern
      id={id}
      width={PITCH}
      height={PITCH}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={PITCH} height={PITCH} fill="var(--outage-wash)" opacity={0.6} />
      <rect width={LINE} height={PITCH} fill="var(--outage)" opacity={opacity} />
      {lattice && <rect width={PITCH} height={LINE} fill="var(--outage)" opacity={opacity} />}
    </pattern>
  );
}

/** A cut by hand this wide (px) has room for its word. */
const ROOM_FOR_WORD = 22;

interface OutageAreasProps {
  outages: readonly DownTime[];
  /** Its horizontal axis counts seconds. */
  plot: Plot;
  ids: HatchIds;
  /** True where a cut by hand is named above the plot. */
  named?: boolean;
  /** How many strips the plot is cut into, and the share of each that is drawn on. */
  strips?: number;
  share?: number;
}

/** The outages of a chart, hatched from top to bottom of what is drawn on. */
export const OutageAreas = memo(function OutageAreas(props: OutageAreasProps) {
  useLanguage();
  const { outages, plot, ids, named = false, strips = 1, share = 1 } = props;
  const { top, bottom, xAxis, xInside } = plot;
  const pitch = (bottom - top) / strips;
  return outages
    .filter(({ fromMs }) => fromMs < xAxis.end * 1000)
    .map(({ fromMs, toMs, byHand }) => {
      const left = xInside(fromMs / 1000);
      const right = xInside(toMs / 1000);
      const tops = Array.from({ length: strips }, (_, i) => top + (i + 1 - share) * pitch);
      const sides = (y: number): string =>
        [left, right].map((x) => `M${px(x)} ${px(y)}v${px(pitch * share)}`).join('');
      return (
        <g key={`${String(fromMs)} ${String(byHand)}`}>
          {tops.map((y) => (
            <rect
              key={y}
              x={left}
              y={y}
              width={right - left}
              height={pitch * share}
              fill={`url(#${byHand ? ids.byHand : ids.scheduled})`}
            />
          ))}
          {byHand && (
            <path
              d={tops.map(sides).join('')}
              stroke="var(--outage)"
              strokeWidth={1.5}
              strokeDasharray="4 3"
            />
          )}
          {named && byHand && right - left >= ROOM_FOR_WORD && (
            <text
              x={(left + right) / 2}
              y={top - 2}
              fontSize={12}
              textAnchor="middle"
              style={{ fill: 'var(--outage-ink)', fontWeight: 600 }}
            >
              {say('dock.cut')}
            </text>
          )}
        </g>
      );
    });
});
