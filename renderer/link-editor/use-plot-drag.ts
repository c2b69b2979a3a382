import { useRef, type MouseEvent, type PointerEvent, useEffect, type RefObject } from 'react';
import type { Axis } from '../charts/axes';
import { say } from '../ui/words';
import { addStepAt, select } from './commands';
import { edit, documentIn, tell, turnTo, useEditorStore } from './editor-store';
import type { HandPoint } from './freehand';
import { Drawing, dragged, handleOf, type DragHandle } from './drag-handle';
import { type LinkDocument, lengthOf } from './document';
import { snap, type PlotScale } from './plot-scale';
import { stepAt } from './draft';
import { panned, zoomed } from './view';

/** A press that moves less than this is a click, px. */
const STILL_PX = 3;

interface Hand {
  gesture: symbol;
  /** What it began with. */
  page: LinkDocument;
  from: HandPoint;
  clientX: number;
  clientY: number;
  grip: DragHandle | null;
  drawing: Drawing | null;
  moves: boolean;
  /** Listens for Escape. */
  giveUp: (event: KeyboardEvent) => void;
}

/** Takes hold of what is under the pointer, drags it, or draws; Escape lets it go as it was. */
export function usePlotDrag(scale: PlotScale, holdAxis: (axis: Axis | null) => void) {
  const editor = useEditorStore();
  const hand = useRef<Hand | null>(null);

  const pointOf = (event: MouseEvent<SVGSVGElement>): HandPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      tMs: scale.msAt(event.clientX - box.left),
      rate: scale.rateAt(event.clientY - box.top),
    };
  };
  const letGo = (): void => {
    if (hand.current) window.removeEventListener('keydown', hand.current.giveUp, true);
    hand.current = null;
    holdAxis(null);
  };
  const giveUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !hand.current) return;
    event.preventDefault();
    event.stopPropagation();
    turnTo(editor, hand.current.page, hand.current.gesture);
    letGo();
  };

  const follow = (event: PointerEvent<SVGSVGElement>, now: Hand): void => {
    const point = pointOf(event);
    const { grip, drawing, from, page, gesture } = now;
    if (drawing) {
      const drawn = drawing.to(point, scale.grain);
      edit(editor, () => drawn, gesture, page);
      if (drawn === page.draft) tell(editor, 'refused', say('linkEditor.full'));
    } else if (grip) {
      edit(editor, (draft) => dragged(draft, grip, from, point, scale.grain), gesture, page);
    }
  };

  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>): void {
      const page = documentIn(editor);
      if (event.button !== 0 || !page.draft) return;
      const from = pointOf(event);
      const draws = editor.getState().mode === 'draw';
      const target = event.target instanceof SVGElement ? event.target : null;
      const grip = draws ? null : handleOf(target?.dataset['grip']);
      const { clientX, clientY } = event;
      hand.current = {
        ...{ gesture: Symbol(), page, from, clientX, clientY, grip, moves: draws, giveUp },
        drawing: draws ? new Drawing(page.draft, from) : null,
      };
      if (grip) {
        const kind = grip.kind === 'level' || grip.kind === 'start' ? 'step' : 'outage';
        select(editor, { kind, index: grip.index }, true);
      } else if (!draws) {
        select(editor, { kind: 'step', index: stepAt(page.draft, from.tMs) }, true);
      }
      if (draws) {
        event.currentTarget.setPointerCapture(event.pointerId);
        holdAxis(scale.plot.yAxis);
        follow(event, hand.current);
      }
      window.addEventListener('keydown', giveUp, true);
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>): void {
      const now = hand.current;
      if (!now) return;
      if (!now.moves) {
        const far = Math.hypot(event.clientX - now.clientX, event.clientY - now.clientY);
        if (far < STILL_PX) return;
        now.moves = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        holdAxis(scale.plot.yAxis);
      }
      follow(event, now);
    },
    /** The focus goes where select() sends it, not to what happens to lie under the pointer. */
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onDoubleClick(event: MouseEvent<SVGSVGElement>): void {
      if (editor.getState().mode === 'draw') return;
      const target = event.target instanceof SVGElement ? event.target : null;
      const grip = handleOf(target?.dataset['grip']);
      if (grip?.kind.startsWith('outage')) return;
      const { tMs, rate } = pointOf(event);
      const { ms, rate: grain } = scale.grain;
      addStepAt(editor, snap(tMs, ms), snap(rate, grain));
    },
  };
}

/** The wheel: with Ctrl it zooms around the pointer, without it moves a zoomed view along. */
export function useWheel(svg: RefObject<SVGSVGElement | null>, scale: PlotScale): void {
  const editor = useEditorStore();
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const lengthMs = lengthOf(documentIn(editor));
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
