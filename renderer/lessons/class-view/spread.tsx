import { useMemo } from 'react';
import { dimensionOf } from '../../../model/lesson/measure';
import type {
  ChosenByClass,
  ClassValue,
  DrawnByClass,
  NumbersOfClass,
} from '../../../model/lesson/result/class';
import { axisUntil, ticksIn } from '../../charts/axes';
import { useChartSize } from '../../charts/chart-panel';
import { plotOf, px, type Plot } from '../../charts/plot';
import { PlotAxes } from '../../charts/plot-frame';
import { hueOf, inkOf } from '../../ui/lane-style';
import { say } from '../../ui/words';
import { bufferFigure } from '../../../model/figures';
import { measuredWord, typedUnit } from '../words';
import { measuredOption } from './class-words';

const ROOM = { left: 26, right: 40, top: 16, bottom: 30 };
/** Dots stand so far apart, and are so large, px. */
const PITCH = 15;
const RADIUS = 6;

interface SpreadProps {
  chosen: number | null;
  onChoose: (learner: number) => void;
}

/** One dot a learner, over the value that was foreseen. */
export function Dots({
  asked,
  chosen,
  onChoose,
}: SpreadProps & { asked: DrawnByClass | NumbersOfClass }) {
  const [ref, size] = useChartSize();
  const unit = unitOf(asked);
  const { values, measuredValue } = asked;
  const plot = useMemo(() => {
    if (!size) return null;
    const all = [...values.map(({ value }) => value), measuredValue ?? 0];
    const axis = axisUntil(Math.max(1e-6, ...all) / unit.size, 10);
    return plotOf(size, ROOM, axis, axisUntil(1, 1));
  }, [size, values, measuredValue, unit.size]);
  const hue = asked.kind === 'draw' ? hueOf(asked.question.lane) : 'var(--ink)';
  const ink = asked.kind === 'draw' ? inkOf(asked.question.lane) : 'var(--ink)';
  const word = measuredValue === null ? '' : wordOf(asked, measuredValue);
  return (
    <div
      ref={ref}
      className="class-dots"
      role="img"
      aria-label={say('classView.dots', {
        count: values.length,
        values: values.map(({ value }) => wordOf(asked, value)).join(', '),
        measured: word,
      })}
    >
      {plot && (
        <svg width={plot.size.width} height={plot.size.height} aria-hidden="true">
          <PlotAxes
            plot={{ ...plot, yAxis: { ...plot.yAxis, ticks: [] } }}
            xWord={ticksIn(plot.xAxis, unit.word)}
            based
          />
          {measuredValue !== null && (
            <Measured plot={plot} value={measuredValue / unit.size} {...{ hue, ink, word }} />
          )}
          {stacked(values, plot, unit.size).map(({ learner, x, y }) => (
            <circle
              key={learner}
              className="class-dot"
              cx={x}
              cy={y}
              r={RADIUS}
              fill={learner === chosen ? 'var(--ink)' : 'var(--surface)'}
              stroke="var(--ink)"
              strokeWidth={2}
              onClick={() => onChoose(learner)}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

function unitOf(asked: DrawnByClass | NumbersOfClass): { word: string; size: number } {
  return asked.kind === 'draw'
    ? { word: 'MB', size: 1e6 }
    : typedUnit(asked.question.measure, asked.question.max);
}

function wordOf(asked: DrawnByClass | NumbersOfClass, value: number): string {
  return asked.kind === 'draw' ? bufferFigure(value) : measuredWord(asked.question.measure, value);
}

/** Where each dot stands: over its value, one on the other; closer together where there are many. */
function stacked(
  values: readonly ClassValue[],
  plot: Plot,
  size: number,
): { learner: number; x: number; y: number }[] {
  const columns = new Map<number, number[]>();
  for (const { learner, value } of values) {
    const column = Math.round(plot.xInside(value / size) / PITCH);
    columns.set(column, [...(columns.get(column) ?? []), learner]);
  }
  const highest = Math.max(1, ...[...columns.values()].map(({ length }) => length));
  const room = plot.bottom - plot.top - 2 * RADIUS;
  const pitch = Math.min(PITCH, room / Math.max(1, highest - 1));
  return [...columns].flatMap(([column, learners]) =>
    learners.map((learner, i) => ({
      learner,
      x: column * PITCH,
      y: plot.bottom - RADIUS - 3 - i * pitch,
    })),
  );
}

interface MeasuredProps {
  plot: Plot;
  value: number;
  hue: string;
  ink: string;
  word: string;
}

function Measured({ plot, value, hue, ink, word }: MeasuredProps) {
  const x = plot.xInside(value);
  const isRight = x > (plot.left + plot.right) / 2;
  return (
    <>
      <path d={`M${px(x)} ${px(plot.top)}V${px(plot.bottom)}`} stroke={hue} strokeWidth={4} />
      <path
        d={`M${px(x)} ${px(plot.bottom - 9)}l9 9l-9 9l-9-9z`}
        fill={hue}
        stroke="var(--surface)"
      />
      <text
        x={x + (isRight ? -12 : 12)}
        y={plot.top + 8}
        fontSize={16 * plot.size.scale}
        textAnchor={isRight ? 'end' : 'start'}
        style={{
          ...{ fill: ink, fontWeight: 650, paintOrder: 'stroke' },
          ...{ stroke: 'var(--surface)', strokeWidth: 5 },
        }}
      >
        {say('classView.measuredFigure', { figure: word })}
      </text>
    </>
  );
}

/** One row an option, one dot a learner. */
export function Options({ asked, chosen, onChoose }: SpreadProps & { asked: ChosenByClass }) {
  const measured = measuredOption({ step: 0, ...asked });
  return (
    <ul className="class-options">
      {asked.options.map(({ id, words, learners }) => (
        <li key={id} data-measured={measured?.id === id}>
          <span className="class-option">
            {words}
            {measured?.id === id && <b>{say('classView.asMeasured')}</b>}
          </span>
          <span className="class-option-dots" aria-hidden="true">
            {learners.map((learner) => (
              <i key={learner} data-chosen={learner === chosen} onClick={() => onChoose(learner)} />
            ))}
          </span>
          <b className="class-count">{say('classView.count', { count: learners.length })}</b>
        </li>
      ))}
    </ul>
  );
}

/** What a spread is of, in a heading: the unit of its values. */
export const spreadUnit = (asked: DrawnByClass | NumbersOfClass): string => {
  if (asked.kind === 'draw') return say('classView.asForeseen', { unit: 'MB' });
  const { measure, max } = asked.question;
  return dimensionOf(measure) === 'count'
    ? say('classView.asForeseenCount')
    : say('classView.asForeseen', { unit: typedUnit(measure, max).word });
};
