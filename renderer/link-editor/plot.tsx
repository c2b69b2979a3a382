import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Axis } from '../charts/axes';
import { HatchDefs } from '../charts/hatch';
import type { ChartSize } from '../charts/time-chart';
import { useChartSize } from '../charts/chart-panel';
import { rateColumns } from '../link/rate-columns';
import { say } from '../ui/words';
import { useEditor, useEditorStore, type EditorStore } from './editor-store';
import { curveOfDocument, lengthOf } from './document';
import { PlotCurve } from './plot-curve';
import { PlotFrame } from './plot-frame';
import { PlotOutages } from './plot-outages';
import { headroom, plotScale } from './plot-scale';
import { PlotSteps, SelectedFigure } from './plot-steps';
import { usePlotDrag, useWheel } from './use-plot-drag';
import { viewOf } from './view';

/** The drawing: rate over time, with everything on it that can be taken hold of. */
export function Plot() {
  const [ref, size] = useChartSize();
  return (
    <div className="link-plot" ref={ref}>
      {size && <Drawing size={size} />}
    </div>
  );
}

function Drawing({ size }: { size: ChartSize }) {
  const id = useId();
  const editor = useEditorStore();
  const svg = useRef<SVGSVGElement>(null);
  const page = useEditor((s) => s.history.present);
  const shown = useEditor((s) => s.view);
  const mode = useEditor((s) => s.mode);
  const focusAsked = useEditor((s) => s.focusAsked);
  /** While the hand holds something the axis stands still. */
  const [held, setHeld] = useState<Axis | null>(null);
  const curve = useMemo(() => curveOfDocument(page), [page]);
  const view = viewOf(shown, lengthOf(page));
  const columns = useMemo(
    () => (page.long ? rateColumns(page.long, view.fromMs, view.toMs, columnCount(size)) : null),
    [page, view.fromMs, view.toMs, size],
  );
  const rates = page.draft?.steps.map(({ rate }) => rate) ?? columns?.map(({ mean }) => mean);
  const value = held ?? headroom(Math.max(0, ...(rates ?? [])));
  const scale = plotScale(size, view, value);
  const hand = usePlotDrag(scale, setHeld);
  useWheel(svg, scale);
  useEffect(() => {
    if (focusAsked > 0) focusPart(svg.current, editor);
  }, [editor, focusAsked]);
  // A part that had the focus and is gone, by an undo for one, hands it to the selected one.
  useEffect(() => {
    if (document.activeElement === document.body) focusPart(svg.current, editor);
  }, [editor, page]);
  const clip = `${id}clip`;
  const hatch = { scheduled: `${id}s`, byHand: `${id}h` };
  return (
    <svg
      ref={svg}
      className="link-drawing"
      data-mode={page.draft ? mode : 'still'}
      viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
      role="group"
      aria-label={say('linkEditor.drawing')}
      {...hand}
    >
      <HatchDefs ids={hatch} />
      <clipPath id={clip}>
        <rect x={scale.left} y={0} width={scale.right - scale.left} height={scale.bottom + 1} />
      </clipPath>
      <PlotFrame scale={scale} words={12 * size.scale} />
      <g clipPath={`url(#${clip})`}>
        <PlotCurve
          page={page}
          curve={curve}
          columns={columns}
          scale={scale}
          hatch={hatch.scheduled}
        />
        {page.draft && <PlotSteps draft={page.draft} scale={scale} words={12 * size.scale} />}
        {page.draft && (
          <PlotOutages
            draft={page.draft}
            scale={scale}
            words={12 * size.scale}
            hatch={hatch.scheduled}
          />
        )}
        {page.draft && <SelectedFigure draft={page.draft} scale={scale} words={12 * size.scale} />}
      </g>
    </svg>
  );
}

/** A long curve is drawn from one column a px, at most so many. */
const MAX_COLUMNS = 2000;
const columnCount = ({ width }: ChartSize): number => Math.min(MAX_COLUMNS, Math.round(width));

function focusPart(svg: SVGSVGElement | null, editor: EditorStore): void {
  const { kind, index } = editor.getState().selected;
  svg?.querySelector<SVGElement>(`[data-part="${kind}-${String(index)}"]`)?.focus();
}
