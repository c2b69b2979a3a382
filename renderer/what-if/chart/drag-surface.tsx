import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { Plot } from '../../charts/plot';

/** How a key moves a handle. */
export type Step = -5 | -1 | 1 | 5 | 'first' | 'last';

/** The keys that move a handle. */
export const STEP_KEYS: Readonly<Record<string, Step>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: 'first',
  End: 'last',
};

interface DragSurfaceProps {
  plot: Plot;
  /** Where the handle's line stands, px across. */
  at: number;
  label: string;
  min: number;
  max: number;
  now: number;
  valueText: string;
  /** The plot was pressed or dragged at this value of its horizontal axis. */
  onValue: (value: number) => void;
  onStep: (step: Step) => void;
  onEnter?: () => void;
  children: ReactNode;
}

/** A plot that is grasped anywhere: a line across it is dragged, or moved by keys. */
export function DragSurface(props: DragSurfaceProps) {
  const { plot, at, label, min, max, now, valueText, onValue, onStep, onEnter, children } = props;
  const handle = useRef<HTMLDivElement>(null);
  const valueAt = (event: PointerEvent<HTMLDivElement>): number =>
    plot.xAt(event.clientX - event.currentTarget.getBoundingClientRect().left);
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    handle.current?.focus({ preventScroll: true });
    onValue(valueAt(event));
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onValue(valueAt(event));
  };
  const key = (event: KeyboardEvent): void => {
    const step = STEP_KEYS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && onEnter) onEnter();
    else if (step !== undefined) onStep(step);
    else return;
    event.preventDefault();
  };
  return (
    <div className="drag-surface" onPointerDown={press} onPointerMove={move}>
      {children}
      <div
        ref={handle}
        className="drag-handle"
        style={{ left: at, top: plot.top, height: plot.bottom - plot.top + 26 * plot.size.scale }}
        role="slider"
        tabIndex={0}
        data-keeps-focus
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={now}
        aria-valuetext={valueText}
        onKeyDown={key}
      />
    </div>
  );
}
