import { useCallback } from 'react';
import { cutRenderer } from './paint-cut';
import { addRenderer } from './paint-loop';

/** One band through the link column of all lanes, because a cut is one event; its sign tells a hand from a schedule. */
export function CutLayer() {
  const ref = useCallback((layer: HTMLElement | null) => {
    if (layer) return addRenderer(cutRenderer(layer));
  }, []);
  return (
    <div className="cut-layer" ref={ref} aria-hidden="true" hidden>
      <i>
        <svg viewBox="0 0 26 26" data-mark="hand">
          <path d="M2 13h7M17 13h7M10 6l2.5 14M16 6l-2.5 14" />
        </svg>
        <svg viewBox="0 0 26 26" data-mark="schedule">
          <circle cx="13" cy="13" r="9.5" />
          <path d="M13 7.5v5.5l4 3" />
        </svg>
      </i>
    </div>
  );
}
