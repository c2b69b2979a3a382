import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { AttrWriter, partWriter } from './attr-writer';
import type { FrameRenderer } from './paint-loop';

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
