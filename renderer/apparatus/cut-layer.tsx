import { useFrameRenderer, AttrWriter, partWriter } from './use-renderer';
import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import type { FrameRenderer } from './paint-loop';

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

/** The red band through all lanes while the link is down. */
export function cutRenderer(layer: Element): FrameRenderer {
  const root = new AttrWriter(layer);
  let shown = false;
  return ({ down }) => {
    if (shown !== (down !== null)) {
      shown = down !== null;
      layer.toggleAttribute('hidden', !shown);
    }
    if (down) root.set('data-by', down.byHand ? 'hand' : 'schedule');
  };
}

/** The head of the link column: whose link it is, or how long it has been down and by what. */
export function linkHeadRenderer(head: Element): FrameRenderer {
  const title = partWriter(head, 'title');
  const note = partWriter(head, 'note');
  return ({ down, texts }) => {
    if (!texts) return;
    title.set('class', down ? 'down' : '');
    const seconds = secondsFigure(down?.ms ?? 0);
    if (!down) title.text(say('lanes.columns.link'));
    else title.text(say(down.byHand ? 'lanes.cut' : 'lanes.down', { seconds }));
    note.text(down ? '' : say('lanes.ownCopy'));
  };
}
