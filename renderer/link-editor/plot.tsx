import { useEffect, useMemo, useRef, useState } from 'react';
import { type Axis, ticksInSeconds } from '../charts/axes';
import { useChartSize } from '../charts/chart-panel';
import { HatchDefs, useHatchIds } from '../charts/outages';
import type { ChartSize } from '../charts/plot';
import { InsidePlot, PlotAxes } from '../charts/plot-frame';
import { rateColumns } from '../link/rate-columns';
import { say } from '../ui/words';
import { useEditor, useEditorStore, type EditorStore } from './editor-store';
import { curveOfDocument, lengthOf } from './document';
import { PlotCurve } from './plot-curve';
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
  const hatch = useHatchIds();
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
  const words = 12 * size.scale;
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
      <PlotAxes plot={scale.plot} xWord={ticksInSeconds(scale.plot.xAxis)} based />
      <text x={scale.left - 6 * size.scale} y={14} fontSize={words} textAnchor="end">
        {say('linkEditor.rateUnit')}
      </text>
      <InsidePlot plot={scale.plot}>
        <PlotCurve
          page={page}
          curve={curve}
          columns={columns}
          scale={scale}
          hatch={hatch.scheduled}
        />
        {page.draft && <PlotSteps draft={page.draft} scale={scale} words={words} />}
        {page.draft && (
          <PlotOutages draft={page.draft} scale={scale} words={words} hatch={hatch.scheduled} />
        )}
        {page.draft && <SelectedFigure draft={page.draft} scale={scale} words={words} />}
      </InsidePlot>
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
