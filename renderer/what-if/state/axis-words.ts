import {
  fixedFigure,
  secondsFigure,
  secondsUnit,
  secondsWith,
  shortFigure,
} from '../../../model/figures';
import type { SweepAxis, Spread, SweepPoint } from '../../../model/sweep/types';
import { chosenSize } from '../../apparatus/size-unit';
import { say } from '../../ui/words';
import type { AxisRange } from './axis-values';
import type { RoomSource } from './room-source';

/** The unit that the numbers of an axis are written in. */
export interface AxisUnit {
  /** Bytes, bytes per second or ms in one. */
  per: number;
  name: string;
}

/** One unit for a whole axis, by where it ends. */
export function axisUnit(axis: SweepAxis, to: number): AxisUnit {
  if (axis === 'outage') return { per: 1000, name: secondsUnit() };
  const size = to >= 1e6 ? { per: 1e6, name: 'MB' } : { per: 1000, name: 'kB' };
  return axis === 'rate' ? { ...size, name: `${size.name}/s` } : size;
}

/** A value of an axis for people: "8 MB", "1.3 MB/s", "3.5 s". */
export function valueWord(axis: SweepAxis, value: number): string {
  if (axis === 'outage') return secondsWith(value / 1000, 0, 2);
  return axis === 'rate' ? `${chosenSize(value)}/s` : chosenSize(value);
}

/** The same as a bare number, for ticks and handles. */
export const valueNumber = ({ per }: AxisUnit, value: number): string => decimal(value / per);

/** A length of outages for people; of those that the seed makes longer, from the least to the most. */
export function outageWord(lengthMs: number, longerMs: number): string {
  if (longerMs === 0) return valueWord('outage', lengthMs);
  return say('whatIf.fromTo', {
    from: fixedFigure(lengthMs / 1000, 1),
    to: fixedFigure((lengthMs + longerMs) / 1000, 1),
  });
}

const decimal = (value: number): string => shortFigure(value, 2);

/** What stands under an axis: "prefetch, MB (1 MB = 1 s of video)". */
export function axisTitle({ axis, to }: AxisRange, source: RoomSource, longerMs: number): string {
  const { name, per } = axisUnit(axis, to);
  const title = say('whatIf.axisTitle', { axis: say(`whatIf.axisName.${axis}`), unit: name });
  if (axis === 'outage' && longerMs > 0) {
    return `${title} ${say('whatIf.longer', { time: secondsFigure(longerMs) })}`;
  }
  if (axis === 'rate' || axis === 'outage' || source.bytes === 0) return title;
  const seconds = Number(((source.durationS * per) / source.bytes).toPrecision(2));
  const what = say(`whatIf.what.${source.shape.kind}`);
  return `${title} ${say('whatIf.worth', { unit: `1 ${name}`, seconds, what })}`;
}

/** The mean of a time over the runs for people; "never" when no run had it. */
export const spreadWord = (times: Spread | null): string =>
  times ? secondsFigure(times.mean) : say('whatIf.never');

/** How many runs played through without a stall: "12 of 12". */
export const smoothWord = (point: SweepPoint | null): string =>
  point ? say('whatIf.smoothOf', { smooth: point.smoothRuns, runs: point.runs }) : '';
