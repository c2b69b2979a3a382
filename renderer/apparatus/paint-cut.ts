import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { Mark, markOf } from './attr-writer';
import type { Painter } from './paint-loop';

/** The red band through all lanes while the link is down. */
export function cutPainter(layer: Element): Painter {
  const root = new Mark(layer);
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
export function linkHeadPainter(head: Element): Painter {
  const title = markOf(head, 'title');
  const note = markOf(head, 'note');
  return ({ down, texts }) => {
    if (!texts) return;
    title.set('class', down ? 'down' : '');
    const seconds = secondsFigure(down?.ms ?? 0);
    if (!down) title.text(say('lanes.columns.link'));
    else title.text(say(down.byHand ? 'lanes.cut' : 'lanes.down', { seconds }));
    note.text(down ? '' : say('lanes.ownCopy'));
  };
}
