import { minIndex } from 'd3-array';
import { useId, type KeyboardEvent } from 'react';

interface ValueSliderProps {
  label: string;
  /** The value as people read it. */
  word: string;
  values: readonly number[];
  value: number;
  /** True when the chart's axis is this one. */
  swept?: boolean;
  /** Why there is nothing to set; null when there is. */
  idle?: string | null;
  wordOf: (value: number) => string;
  onChange: (value: number) => void;
  onEnter: () => void;
}

/** One value of a few, by its place among them: a native slider, so that every key works as it should. */
export function ValueSlider(props: ValueSliderProps) {
  const { label, word, values, value, swept, idle = null, wordOf, onChange, onEnter } = props;
  const id = useId();
  const at = nearest(values, value);
  const last = Math.max(1, values.length - 1);
  return (
    <div className="what-if-field" data-swept={swept}>
      <label htmlFor={id}>
        {label} <b>{idle ?? word}</b>
      </label>
      <input
        id={id}
        type="range"
        data-keeps-focus
        min={0}
        max={last}
        step={1}
        value={at}
        disabled={idle !== null}
        aria-valuetext={idle ?? word}
        title={idle === null ? wordOf(value) : undefined}
        onChange={(event) => {
          const next = values[Number(event.currentTarget.value)];
          if (next !== undefined) onChange(next);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') onEnter();
        }}
      />
    </div>
  );
}

const nearest = (values: readonly number[], value: number): number =>
  Math.max(
    0,
    minIndex(values, (each) => Math.abs(each - value)),
  );
