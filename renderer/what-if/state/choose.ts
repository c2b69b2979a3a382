import type { SweepAxis } from '../../../model/scenario/types';
import type { Step } from '../chart/drag-surface';
import { nearestValue, type AxisRange } from './axis-values';
import { room } from './room-state';
import { stateChange } from './setup';

/** Sets one value of an axis: of the settings, or of the link. */
export function setValue(axis: SweepAxis, value: number): void {
  room.setState(stateChange(room.getState(), axis, value));
}

/** Chooses the value that lies nearest to a share of the axis. */
export function chooseAt(range: AxisRange, share: number): void {
  const value = range.values[nearestValue(range, share)];
  if (value !== undefined) setValue(range.axis, value);
}

/** Moves the chosen value by steps of its axis, or to an end. */
export function chooseBy(range: AxisRange, chosen: number, step: Step): void {
  const value = steppedValue(range.values, chosen, step);
  if (value !== chosen) setValue(range.axis, value);
}

/** The value so many steps further, within the axis. */
export function steppedValue(values: readonly number[], chosen: number, step: Step): number {
  const last = values.length - 1;
  const at = values.indexOf(chosen);
  const to = step === 'first' ? 0 : step === 'last' ? last : at + step;
  return values[Math.min(last, Math.max(0, to))] ?? chosen;
}
