import { useMemo } from 'react';
import { useReading } from '../../charts/reading';
import type { Side } from '../../../model/runs/two/differences';
import { useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { closeTwo, exportTwo, swapTwo } from './two-store';

/** What the keys of the page reach; the functions are the same ones each time. */
interface TwoActions {
  /** The end of the time axis, s. */
  endS: number;
  again: (side: Side) => void;
  /** All of both runs, or their beginning. */
  whole: () => void;
}

/** One press of an arrow reads so much later, s; with Shift ten times that. */
const STEP_S = 0.1;

/** The keys of two runs beside each other. */
export function useTwoKeys({ endS, again, whole }: TwoActions): void {
  const { store } = useReading();
  const bindings = useMemo((): readonly KeyBinding[] => {
    const read = (seconds: number): void =>
      store.setState({ at: Math.min(endS, Math.max(0, Math.round(seconds * 10) / 10)) });
    const moved = (key: string, by: number, shift: boolean): KeyBinding => ({
      ...{ key, shift, help: 'readTwo', repeats: true },
      act: () => read((store.getState().at ?? 0) + by),
    });
    return [
      moved('ArrowLeft', -STEP_S, false),
      moved('ArrowRight', STEP_S, false),
      moved('ArrowLeft', -10 * STEP_S, true),
      moved('ArrowRight', 10 * STEP_S, true),
      { key: 'Home', help: 'ends', act: () => read(0) },
      { key: 'End', help: 'ends', act: () => read(endS) },
      { key: 'x', help: 'swapTwo', act: swapTwo },
      { key: 'w', help: 'wholeTwo', act: whole },
      { key: 'e', help: 'exportTwo', act: () => void exportTwo() },
      { key: 'a', help: 'againA', act: () => again('a') },
      { key: 'b', help: 'againB', act: () => again('b') },
      { key: 'Escape', help: 'toList', act: closeTwo },
    ];
  }, [store, endS, again, whole]);
  useKeyBindings('room', bindings);
}
