import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { memo, useId } from 'react';
import { secondsFigure, secondsWith } from '../../../model/figures';
import type { LaneLog, RunLog } from '../../../model/run/schema';
import { valueAxis, tickWord } from '../../charts/axes';
import { MarkSigns, SIGN_PX } from '../../charts/mark-signs';
import { HatchDefs } from '../../charts/outages';
import { inOrder, linePoints, mostValue } from '../../charts/series';
import { hueOf, inkOf } from '../../ui/lane-style';
import { say, useLanguage } from '../../ui/words';
import type { Range } from './range';

/** Where the parts of a timeline stand, px. */
export interface TimelinePlan {
  left: number;
  right: number;
  /** Row of marks. */
  marks: number;
  /** Top and height of the occupancy band; no height when there is no room for it. */
  band: { top: number; height: number };
  strips: { top: number; pitch: number; height: number };
  axis: number;
  whole: { top: number; height: number };
}

const LEFT = 108;
const RIGHT = 44;
const MARKS = 24;
const PITCH = 18;
const AXIS = 20;
const WHOLE = 20;
/** A band lower than this shows nothing. */
const MIN_BAND = 34;

/** Divides the room of a timeline; where it is little, the occupancy band goes first. */
export function planOf(width: number, height: number, lanes: number): TimelinePlan {
  const left = height - MARKS - lanes * PITCH - AXIS - WHOLE - 8;
  const band = left < MIN_BAND ? 0 : left;
  const strips = MARKS + band + 4;
  const axis = strips + lanes * PITCH + 14;
  return {
    left: LEFT,
    right: Math.max(LEFT + 100, width - RIGHT),
    marks: 4,
    band: { top: MARKS, height: band },
    strips: { top: strips, pitch: PITCH, height: 12 },
    axis,
    whole: { top: axis + 8, height: WHOLE - 6 },
  };
}

export const timeScale = ({ fromMs, toMs }: Range, plan: TimelinePlan) =>
  scaleLinear([fromMs, toMs], [plan.left, plan.right]);
export type TimeScale = ScaleLinear<number, number>;

interface TimelinePictureProps {
  log: RunLog;
  range: Range;
  plan: TimelinePlan;
  jump: (tMs: number) => void;
}

/** Everything of a timeline that does not move with the playhead. */
export const TimelinePicture = memo(function TimelinePicture(props: TimelinePictureProps) {
  useLanguage();
  const { log, range, plan, jump } = props;
  const id = useId();
  const ids = { scheduled: `${id}s`, byHand: `${id}h` };
  const x = timeScale(range, plan);
  const lanes = inOrder(log.lanes);
  const bottom = plan.strips.top + lanes.length * plan.strips.pitch;
  return (
    <>
      <HatchDefs ids={ids} />
      <clipPath id={`${id}c`}>
        <rect x={plan.left} y={0} width={plan.right - plan.left} height={bottom} />
      </clipPath>
      <g clipPath={`url(#${id}c)`}>
        {log.link.outages.map(({ fromMs, toMs, byHand }) => (
          <rect
            key={`${String(fromMs)} ${String(byHand)}`}
            x={x(fromMs)}
            y={plan.band.top}
            width={Math.max(1, x(toMs) - x(fromMs))}
            height={bottom - plan.band.top}
            fill={`url(#${byHand ? ids.byHand : ids.scheduled})`}
          />
        ))}
        <Occupancy lanes={lanes} range={range} plan={plan} x={x} />
        {lanes.map((lane, i) => (
          <Strip
            key={lane.method}
            lane={lane}
            x={x}
            y={plan.strips.top + i * plan.strips.pitch}
            height={plan.strips.height}
            lengthMs={log.lengthMs}
          />
        ))}
      </g>
      <Outages log={log} x={x} plan={plan} />
      <MarkSigns
        {...{ marks: log.marks, x, jump, left: plan.left, right: plan.right, top: plan.marks }}
      />
      <Labels lanes={lanes} plan={plan} />
      <Axis x={x} plan={plan} range={range} />
      <Whole log={log} lanes={lanes} plan={plan} range={range} hatch={ids.scheduled} />
    </>
  );
});

function Occupancy({
  lanes,
  range,
  plan,
  x,
}: {
  lanes: LaneLog[];
  range: Range;
  plan: TimelinePlan;
  x: TimeScale;
}) {
  if (plan.band.height === 0) return null;
  const { fromMs, toMs } = range;
  const seen = lanes.map((lane) => ({
    ...lane,
    samples: lane.samples.filter(({ tMs }) => tMs >= fromMs - 1000 && tMs <= toMs + 1000),
  }));
  const end = valueAxis(mostValue(seen, 'bufferedBytes'), 1).end;
  const { top, height } = plan.band;
  const y = scaleLinear([0, end], [top + height - 2, top + 6]);
  return (
    <g>
      {[0, end / 2].map((value) => (
        <path
          key={value}
          d={`M${px(plan.left)} ${px(y(value))}H${px(plan.right)}`}
          stroke="var(--line)"
        />
      ))}
      {seen.map((lane) => (
        <path
          key={lane.method}
          fill="none"
          stroke={hueOf(lane.method)}
          strokeWidth={2}
          d={linePoints(lane, 'bufferedBytes', { endS: (toMs - fromMs) / 1000, endV: end })
            .map(({ t, v }, i) => `${i === 0 ? 'M' : 'L'}${px(x(t * 1000))} ${px(y(v))}`)
            .join('')}
        />
      ))}
      {[0, end / 2].map((value) => (
        <text key={value} x={plan.left + 4} y={y(value) - 3} className="timeline-tick">
          {tickWord(value)}
        </text>
      ))}
    </g>
  );
}

/** What a viewer lives through: dashed waiting, lane hue playing, red stalled. */
function Strip({
  lane,
  x,
  y,
  height,
  lengthMs,
}: {
  lane: LaneLog;
  x: TimeScale;
  y: number;
  height: number;
  lengthMs: number;
}) {
  return (
    <g>
      {lane.states.map(({ tMs, state }, i) => {
        const end = lane.states[i + 1]?.tMs ?? lengthMs;
        const box = { x: x(tMs), y, height, width: Math.max(0, x(end) - x(tMs)) };
        switch (state) {
          case 'starting':
          case 'paused':
            return (
              <rect key={tMs} {...box} fill="none" stroke="var(--ink-2)" strokeDasharray="4 3" />
            );
          case 'playing':
            return <rect key={tMs} {...box} fill={hueOf(lane.method)} />;
          case 'rebuffering':
            return <rect key={tMs} {...box} y={y - 1} height={height + 2} fill="var(--stalled)" />;
          case 'ended':
          case 'failed':
            return null;
        }
      })}
    </g>
  );
}

/** Room that the length of an outage takes before it, px. */
const DOWN_PX = 76;

/** How long each outage lasts, where nothing else stands before it. */
function Outages({ log, x, plan }: { log: RunLog; x: TimeScale; plan: TimelinePlan }) {
  const free = (at: number): boolean =>
    !log.marks.some(({ tMs }) => x(tMs) > at - DOWN_PX - SIGN_PX && x(tMs) < at - 4);
  return log.link.outages
    .filter(({ fromMs }) => x(fromMs) > plan.left + DOWN_PX && x(fromMs) < plan.right)
    .filter(({ fromMs }) => free(x(fromMs)))
    .map(({ fromMs, toMs, byHand }) => (
      <text
        key={`${String(fromMs)} ${String(byHand)}`}
        x={x(fromMs) - 4}
        y={plan.marks + 12}
        textAnchor="end"
        className="timeline-down"
      >
        {say('runs.down', { seconds: secondsFigure(toMs - fromMs) })}
      </text>
    ));
}

function Labels({ lanes, plan }: { lanes: LaneLog[]; plan: TimelinePlan }) {
  const at = plan.left - 10;
  return (
    <g textAnchor="end" className="timeline-labels">
      <text x={at} y={plan.marks + 12}>
        {say('runs.timeline.events')}
      </text>
      {plan.band.height > 0 && (
        <text x={at} y={plan.band.top + plan.band.height / 2 + 4}>
          {say('runs.timeline.buffer')}
        </text>
      )}
      {lanes.map(({ method }, i) => (
        <text
          key={method}
          x={at}
          y={plan.strips.top + i * plan.strips.pitch + 11}
          style={{ fill: inkOf(method), fontWeight: 650 }}
        >
          {say(`lanes.methods.${method}`)}
        </text>
      ))}
      <text x={at} y={plan.whole.top + 11}>
        {say('runs.timeline.whole')}
      </text>
    </g>
  );
}

function Axis({ x, plan, range }: { x: TimeScale; plan: TimelinePlan; range: Range }) {
  const ticks = scaleLinear([range.fromMs / 1000, range.toMs / 1000], [0, 1]).ticks(10);
  return (
    <g textAnchor="middle" className="timeline-tick">
      {ticks.map((seconds, i) => (
        <text key={seconds} x={x(seconds * 1000)} y={plan.axis}>
          {i === ticks.length - 1 ? secondsWith(seconds, 0, 3) : seconds}
        </text>
      ))}
    </g>
  );
}

/** The whole run, and which stretch of it is shown. */
function Whole({
  log,
  lanes,
  plan,
  range,
  hatch,
}: {
  log: RunLog;
  lanes: LaneLog[];
  plan: TimelinePlan;
  range: Range;
  hatch: string;
}) {
  const x = timeScale({ fromMs: 0, toMs: Math.max(1, log.lengthMs) }, plan);
  const { top, height } = plan.whole;
  const pitch = height / lanes.length;
  return (
    <g>
      <rect
        x={plan.left}
        y={top}
        width={plan.right - plan.left}
        height={height}
        fill="var(--sunk)"
      />
      {log.link.outages.map(({ fromMs, toMs }) => (
        <rect
          key={fromMs}
          x={x(fromMs)}
          y={top}
          width={Math.max(1, x(toMs) - x(fromMs))}
          height={height}
          fill={`url(#${hatch})`}
        />
      ))}
      {lanes.flatMap((lane, i) =>
        lane.states.map(({ tMs, state }, n) => {
          if (state !== 'playing' && state !== 'rebuffering') return null;
          const end = lane.states[n + 1]?.tMs ?? log.lengthMs;
          const stroke = state === 'playing' ? hueOf(lane.method) : 'var(--stalled)';
          const y = top + (i + 0.5) * pitch;
          return (
            <path
              key={`${lane.method} ${String(tMs)}`}
              d={`M${px(x(tMs))} ${px(y)}H${px(x(end))}`}
              stroke={stroke}
              strokeWidth={2}
            />
          );
        }),
      )}
      <rect
        x={x(range.fromMs)}
        y={top - 2}
        width={Math.max(4, x(Math.min(log.lengthMs, range.toMs)) - x(range.fromMs))}
        height={height + 4}
        rx={3}
        className="timeline-range"
      />
      <text x={plan.right + 6} y={top + 11} className="timeline-tick">
        {secondsFigure(log.lengthMs)}
      </text>
    </g>
  );
}

const px = (value: number): string => value.toFixed(1);
