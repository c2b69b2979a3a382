import { memo } from 'react';
import { exactFigure, secondsFigure } from '../../model/figures';
import { say, useLanguage } from '../ui/words';
import { select } from './commands';
import type { Draft } from './draft';
import { useEditor, useEditorStore } from './editor-store';
import { handleName } from './drag-handle';
import { usePartKeys } from './selection-keys';
import { labelAt, type PlotScale } from './plot-scale';

interface PlotOutagesProps {
  draft: Draft;
  scale: PlotScale;
  words: number;
  hatch: string;
}

const REACH = 10;
const FIGURE_FROM = 34;

/** Every outage as something that can be focused, moved and resized; it lies over the steps. */
export const PlotOutages = memo(function PlotOutages(props: PlotOutagesProps) {
  useLanguage();
  const selected = useEditor((s) => (s.selected.kind === 'outage' ? s.selected.index : -1));
  return props.draft.outages.map((_, index) => (
    <OutagePart key={index} {...props} index={index} isSelected={index === selected} />
  ));
});

interface OutagePartProps extends PlotOutagesProps {
  index: number;
  isSelected: boolean;
}

function OutagePart({ draft, scale, words, hatch, index, isSelected }: OutagePartProps) {
  const editor = useEditorStore();
  const keys = usePartKeys(scale.grain);
  const outage = draft.outages[index];
  if (!outage) return null;
  const part = { kind: 'outage', index } as const;
  const left = scale.x(outage.fromMs);
  const right = scale.x(outage.toMs);
  const { top, bottom } = scale;
  const box = { y: top, height: bottom - top };
  // The line of what is carried, nothing, stays free at the bottom.
  const place = { x: left, width: Math.max(1, right - left), y: top, height: bottom - top - 2 };
  const long = secondsFigure(outage.toMs - outage.fromMs);
  const values = { from: exactFigure(outage.fromMs / 1000), to: exactFigure(outage.toMs / 1000) };
  // A short outage is held by its middle, its edges a little outside of it.
  const reach = Math.min(REACH, Math.max(4, (right - left) / 3));
  return (
    <g
      className="link-part link-outage"
      data-part={`outage-${String(index)}`}
      data-selected={isSelected}
      role="slider"
      tabIndex={0}
      aria-label={say('linkEditor.outageName', {
        number: index + 1,
        count: draft.outages.length,
      })}
      aria-valuemin={0}
      aria-valuemax={draft.lengthMs / 1000}
      aria-valuenow={outage.fromMs / 1000}
      aria-valuetext={say('linkEditor.outageValue', values)}
      onFocus={() => select(editor, part)}
      onKeyDown={(event) => keys(event, part)}
    >
      <rect className="outage-veil" {...place} />
      <rect fill={`url(#${hatch})`} {...place} />
      <rect className="outage-body" data-grip={handleName({ kind: 'outage', index })} {...place} />
      <path
        className="outage-edges"
        d={`M${String(left)} ${String(top)}V${String(bottom)}M${String(right)} ${String(top)}V${String(bottom)}`}
      />
      {(isSelected || right - left >= FIGURE_FROM) && (
        <text
          className="part-figure"
          x={labelAt(scale, (left + right) / 2, long, words)}
          y={top - 8}
          fontSize={words}
          textAnchor="middle"
        >
          {long}
        </text>
      )}
      <rect
        className="grip-edge"
        data-grip={handleName({ kind: 'outage-from', index })}
        x={left - reach / 2}
        width={reach}
        {...box}
      />
      <rect
        className="grip-edge"
        data-grip={handleName({ kind: 'outage-to', index })}
        x={right - reach / 2}
        width={reach}
        {...box}
      />
    </g>
  );
}
