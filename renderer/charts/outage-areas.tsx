import type { DownTime } from '../../model/run/schema';
import { memo } from 'react';
import { ReferenceArea } from 'recharts';
import { say } from '../ui/words';
import type { HatchIds } from './hatch';

interface OutageAreasProps {
  outages: readonly DownTime[];
  ids: HatchIds;
  /** Seconds at which the axis ends. */
  endS: number;
  /** How many strips the plot is cut into, and the share of each that is drawn on. */
  strips: number;
  stripShare: number;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A cut by hand this wide (px) has room for its word. */
const ROOM_FOR_WORD = 22;

/** The outages of a chart, hatched. Drawn again only when one begins, grows or ends: each costs recharts two updates. */
export const OutageAreas = memo(function OutageAreas(props: OutageAreasProps) {
  const { outages, ids, endS, strips, stripShare } = props;
  return outages
    .filter(({ fromMs }) => fromMs < endS * 1000)
    .map(({ fromMs, toMs, byHand }) => (
      <ReferenceArea
        key={`${String(fromMs)} ${String(byHand)}`}
        x1={fromMs / 1000}
        x2={Math.min(endS, toMs / 1000)}
        zIndex={0}
        shape={(box: Box) => (
          <OutageShape box={box} byHand={byHand} ids={ids} strips={strips} share={stripShare} />
        )}
      />
    ));
});

interface OutageShapeProps {
  box: Box;
  byHand: boolean;
  ids: HatchIds;
  strips: number;
  share: number;
}

function OutageShape({ box, byHand, ids, strips, share }: OutageShapeProps) {
  const pitch = box.height / strips;
  const height = pitch * share;
  const right = box.x + box.width;
  return (
    <g>
      {Array.from({ length: strips }, (_, i) => {
        const top = box.y + i * pitch + (pitch - height);
        const sides = `M${String(box.x)} ${String(top)}v${String(height)}M${String(right)} ${String(top)}v${String(height)}`;
        return (
          <g key={i}>
            <rect
              x={box.x}
              y={top}
              width={box.width}
              height={height}
              fill={`url(#${byHand ? ids.byHand : ids.scheduled})`}
            />
            {byHand && (
              <path d={sides} stroke="var(--outage)" strokeWidth={1.5} strokeDasharray="4 3" />
            )}
          </g>
        );
      })}
      {byHand && box.width >= ROOM_FOR_WORD && (
        <text
          x={box.x + box.width / 2}
          y={box.y - 2}
          fontSize={12}
          textAnchor="middle"
          style={{ fill: 'var(--outage-ink)', fontWeight: 600 }}
        >
          {say('dock.cut')}
        </text>
      )}
    </g>
  );
}
