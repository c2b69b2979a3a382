import { cutRenderer } from './paint-cut';
import { useFrameRenderer } from './use-renderer';

/** One band through the link column of all lanes, because a cut is one event; its sign tells a hand from a schedule. */
export function CutLayer() {
  return (
    <div className="cut-layer" ref={useFrameRenderer(cutRenderer)} aria-hidden="true" hidden>
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
