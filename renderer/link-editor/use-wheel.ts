import { useEffect, type RefObject } from 'react';
import { pageIn, useEditorStore } from './editor-store';
import { lengthOf } from './document';
import type { PlotScale } from './plot-scale';
import { panned, zoomed } from './view';

/** The wheel: with Ctrl it zooms around the pointer, without it moves a zoomed view along. */
export function useWheel(svg: RefObject<SVGSVGElement | null>, scale: PlotScale): void {
  const editor = useEditorStore();
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const lengthMs = lengthOf(pageIn(editor));
      const by = event.deltaY || event.deltaX;
      if (event.ctrlKey) {
        const around = scale.msAt(event.clientX - element.getBoundingClientRect().left);
        editor.setState({ view: zoomed(scale.view, lengthMs, by > 0 ? 1.25 : 0.8, around) });
      } else if (editor.getState().view) {
        const perPx = (scale.view.toMs - scale.view.fromMs) / (scale.right - scale.left);
        editor.setState({ view: panned(scale.view, lengthMs, by * perPx) });
      }
    };
    // React listens passively, and a passive listener cannot keep the window from zooming itself.
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [editor, scale, svg]);
}
