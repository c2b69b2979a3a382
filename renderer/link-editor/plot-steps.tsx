import { memo } from 'react';
import { exactFigure } from '../../model/figures';
import type { Outage } from '../../model/link/types';
import { say, useLanguage } from '../ui/words';
import { select } from './commands';
import { stepEnd, MAX_RATE, type Draft } from './draft';
import { useEditor, useEditorStore } from './editor-store';
import { handleName } from './drag-handle';
import { labelAt, shownRate, type PlotScale } from './plot-scale';
import { usePartKeys } from './selection-keys';

interface PlotStepsProps {
  draft: Draft;
  scale: PlotScale;
  /** Size of the words, px. */
  words: number;
}

/** How near the hand has to come to a level or an edge, px. */
const REACH = 8;
/** A step narrower than this shows its handle and figure only while it is selected, px. */
const HANDLE_FROM = 22;
const FIGURE_FROM = 62;

/** Every step as something that can be focused, taken hold of and moved. */
export const PlotSteps = memo(function PlotSteps({ draft, scale, words }: PlotStepsProps) {
  useLanguage();
  const selected = useEditor((s) => (s.selected.kind === 'step' ? s.selected.index : -1));
  return (
    <>
      {draft.steps.map(
        ({ fromMs }, index) =>
          index > 0 && (
            <rect
              key={index}
              className="grip-edge"
              data-grip={handleName({ kind: 'start', index })}
              x={scale.x(fromMs) - REACH / 2}
              y={scale.top}
              width={REACH}
              height={scale.bottom - scale.top}
            />
          ),
      )}
      {draft.steps.map((_, index) => (
        <StepPart key={index} {...{ draft, scale, words, index }} isSelected={index === selected} />
      ))}
    </>
  );
});

interface StepPartProps extends PlotStepsProps {
  index: number;
  isSelected: boolean;
}

function StepPart({ draft, scale, words, index, isSelected }: StepPartProps) {
  const editor = useEditorStore();
  const keys = usePartKeys(scale.grain);
  const step = draft.steps[index];
  if (!step) return null;
  const part = { kind: 'step', index } as const;
  const endMs = stepEnd(draft, index);
  const left = scale.x(step.fromMs);
  const width = Math.max(1, scale.x(endMs) - left);
  const level = scale.y(step.rate);
  const free = freeStretch(draft, index);
  const middle = scale.x((free.fromMs + free.toMs) / 2);
  const open = scale.x(free.toMs) - scale.x(free.fromMs);
  const rate = `${exactFigure(step.rate / 1e6)} MB/s`;
  const name = say('linkEditor.stepName', {
    number: index + 1,
    count: draft.steps.length,
    from: exactFigure(step.fromMs / 1000),
    to: exactFigure(endMs / 1000),
  });
  return (
    <g
      className="link-part"
      data-part={`step-${String(index)}`}
      data-selected={isSelected}
      data-autofocus={isSelected || undefined}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={MAX_RATE / 1e6}
      aria-valuenow={step.rate / 1e6}
      aria-valuetext={rate}
      onFocus={() => select(editor, part)}
      onKeyDown={(event) => keys(event, part)}
    >
      <rect
        className="part-area"
        x={left}
        y={Math.min(level, scale.bottom - 2)}
        width={width}
        height={Math.max(2, scale.bottom - level)}
      />
      <rect
        className="grip-level"
        data-grip={handleName({ kind: 'level', index })}
        x={left}
        y={level - REACH}
        width={width}
        height={2 * REACH}
      />
      <path className="part-level" d={`M${String(left)} ${String(level)}h${String(width)}`} />
      {(isSelected || open >= HANDLE_FROM) && (
        <circle className="part-handle" cx={middle} cy={level} r={isSelected ? 6 : 4.5} />
      )}
      {!isSelected && open >= FIGURE_FROM && (
        <StepFigure draft={draft} scale={scale} words={words} index={index} />
      )}
    </g>
  );
}

/** The rate of the selected step, over everything else. */
export function SelectedFigure(props: PlotStepsProps) {
  const index = useEditor((s) => (s.selected.kind === 'step' ? s.selected.index : -1));
  return (
    <g data-selected className="link-part">
      <StepFigure {...props} index={index} />
    </g>
  );
}

function StepFigure({ draft, scale, words, index }: PlotStepsProps & { index: number }) {
  const step = draft.steps[index];
  if (!step) return null;
  const { fromMs, toMs } = freeStretch(draft, index);
  const figure = shownRate(step.rate, scale.grain);
  return (
    <text
      className="part-figure"
      x={labelAt(scale, scale.x((fromMs + toMs) / 2), figure, words)}
      y={scale.y(step.rate) - 12}
      fontSize={words}
      textAnchor="middle"
    >
      {figure}
    </text>
  );
}

/** The longest part of a step that no outage lies over; all of it when they cover it. */
function freeStretch(draft: Draft, index: number): Outage {
  const whole = { fromMs: draft.steps[index]?.fromMs ?? 0, toMs: stepEnd(draft, index) };
  let fromMs = whole.fromMs;
  let best = { fromMs, toMs: fromMs };
  const offer = (toMs: number): void => {
    if (toMs - fromMs > best.toMs - best.fromMs) best = { fromMs, toMs };
  };
  for (const outage of draft.outages) {
    if (outage.toMs <= whole.fromMs || outage.fromMs >= whole.toMs) continue;
    offer(outage.fromMs);
    fromMs = outage.toMs;
  }
  offer(whole.toMs);
  return best.toMs > best.fromMs ? best : whole;
}
