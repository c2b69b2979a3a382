import { memo } from 'react';
import {
  curvePoints,
  SMALL_MS,
  type LaneSummary,
  type RunSummary,
} from '../../../model/runs/summary';
import { hueOf } from '../../ui/lane-style';
import { HatchDefs } from '../../charts/outages';
import { say } from '../../ui/words';

const WIDTH = 236;
const HEIGHT = 40;
/** Under the line: where it stalled. */
const STALLED = 5;

/** The hatches of all small pictures; one is on the page. */
const HATCH = { scheduled: 'runs-scheduled', byHand: 'runs-by-hand' };

/** The hatches that small pictures share. */
export function SmallPictureDefs() {
  return (
    <svg width="0" height="0" className="small-picture-defs" aria-hidden="true">
      <HatchDefs ids={HATCH} />
    </svg>
  );
}

const x = (ms: number): number => (Math.min(ms, SMALL_MS) / SMALL_MS) * WIDTH;

/** Client buffers over the first minute, on the one scale of all runs; red under the line is a stall. */
export const SmallPicture = memo(function SmallPicture({
  lanes,
  outages,
}: Pick<RunSummary, 'lanes' | 'outages'>) {
  return (
    <svg
      className="small-picture"
      viewBox={`0 -1 ${String(WIDTH)} ${String(HEIGHT + STALLED + 1)}`}
      role="img"
      aria-label={say('runs.picture')}
    >
      {outages.map(({ fromMs, toMs, byHand }) => (
        <rect
          key={`${String(fromMs)} ${String(byHand)}`}
          x={x(fromMs)}
          y={0}
          width={Math.max(1, x(toMs) - x(fromMs))}
          height={HEIGHT}
          fill={`url(#${byHand ? HATCH.byHand : HATCH.scheduled})`}
        />
      ))}
      <path d={`M0 ${String(HEIGHT)}H${String(WIDTH)}`} stroke="var(--line-strong)" />
      {lanes.map((lane) => (
        <path
          key={lane.method}
          d={curveOf(lane)}
          fill="none"
          stroke={hueOf(lane.method)}
          strokeWidth={1.75}
        />
      ))}
      {lanes.flatMap(({ method, stalls }) =>
        stalls.map(([fromMs, toMs]) => (
          <rect
            key={`${method} ${String(fromMs)}`}
            x={x(fromMs)}
            y={HEIGHT}
            width={Math.max(1.5, x(toMs) - x(fromMs))}
            height={STALLED}
            fill="var(--stalled)"
          />
        )),
      )}
    </svg>
  );
});

/** The line of a lane; where the buffer is fuller than the scale it has left at the top. */
function curveOf({ curve }: LaneSummary): string {
  const points = curvePoints(curve);
  const beyond = points.findIndex(({ y }) => y > 1);
  const shown = beyond === -1 ? points : points.slice(0, beyond + 1);
  return shown
    .map(
      ({ x: share, y }, i) => `${i === 0 ? 'M' : 'L'}${px(share * WIDTH)} ${px(HEIGHT * (1 - y))}`,
    )
    .join('');
}

const px = (value: number): string => value.toFixed(1);
