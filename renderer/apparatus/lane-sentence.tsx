import { bufferFigure, clockFigure, secondsFigure, sizeFigure } from '../../model/figures';
import { errorAt } from '../../model/run/lane-facts';
import { notedLagAt } from '../../model/run/player-lag';
import { say } from '../ui/words';
import type { LaneView } from './lane-view';
import { playerFlag } from './player-words';
import { AttrWriter, useLaneRenderer, type MakeLaneRenderer } from './use-renderer';

/** What a lane is doing, in one sentence that only a screen reader has; `id` is what the lane is described by. */
export function LaneSentence({ view, id }: { view: LaneView; id: string }) {
  const ref = useLaneRenderer(sentenceRenderer, view);
  return <p className="unseen" id={id} ref={ref} />;
}

/** Writes the sentence as often as labels for screen readers are due, every two seconds. */
export const sentenceRenderer: MakeLaneRenderer = (root, view) => {
  const sentence = new AttrWriter(root);
  return (frame, { log: logOf, state: runState, phase, down, labels }) => {
    if (!labels) return;
    const log = logOf(view.method);
    const broken = log && errorAt(log, runState?.shownMs ?? Infinity);
    const state = broken ? 'failed' : phase === 'ready' ? 'starting' : frame.state;
    sentence.text(
      say(`lanes.aria.${down ? 'laneDown' : 'lane'}`, {
        state: playerFlag(state, frame, view, log ? notedLagAt(log, frame) : 0),
        position: clockFigure(frame.positionS),
        ahead: secondsFigure(frame.bufferedS * 1000),
        received: sizeFigure(frame.receivedBytes),
        held: bufferFigure(frame.heldBytes),
        down: secondsFigure(down?.ms ?? 0),
      }),
    );
  };
};
