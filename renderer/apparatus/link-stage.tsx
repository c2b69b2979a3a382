import type { LaneView } from './lane-view';
import { linkRenderer } from './paint-pipe';
import { MID } from './pipe-shape';
import { useLaneRenderer } from './use-renderer';

/** The link of one lane; its lines are drawn by the painter, to the width of the column. */
export function LinkStage({ view }: { view: LaneView }) {
  const ref = useLaneRenderer(linkRenderer, view);
  return (
    <svg className="pipe c-link" role="img" ref={ref}>
      <path data-part="walls" />
      <path data-part="jags" />
      <path data-part="ends" />
      <path data-part="ticks" />
      <rect data-part="trail" x="2" y={MID - 6} width="0" height="12" />
      <rect data-part="chunk" y={MID - 6} width="0" height="12" />
      <text data-part="say" x="-4" y={MID - 25} />
      <text data-part="note" x="-4" y={MID + 38} />
    </svg>
  );
}
