import { say } from '../../ui/words';
import { useApparatus, useRunView } from '../../apparatus/apparatus';
import './latency-prompt.css';
import type { LaneView } from '../../apparatus/lane-view';
import { partWriter, useLaneRenderer, type MakeLaneRenderer } from '../../apparatus/use-renderer';
import { behindWords } from './camera-notes';

/** Over the picture of a lane that has fallen behind its camera: how far, and the choice; quietly once it has chosen. */
export function LatencyPrompt({ view }: { view: LaneView }) {
  const behind = useRunView((s) =>
    s?.phase === 'running' ? (s.lanes[view.method]?.behind ?? null) : null,
  );
  return behind && <BehindNote view={view} offered={behind === 'offered'} />;
}

function BehindNote({ view, offered }: { view: LaneView; offered: boolean }) {
  const ref = useLaneRenderer(delayPainter, view);
  const { actions } = useApparatus();
  const method = say(`lanes.methods.${view.method}`);
  return (
    <div
      className="behind"
      data-is={offered ? 'offered' : 'kept'}
      role="group"
      aria-label={say('cameraUi.behind.label', { method })}
      ref={ref}
    >
      <b data-part="delay" />
      {offered && actions && (
        <>
          <button className="btn" onClick={() => actions.seekToLiveEdge(view.method)}>
            {say('cameraUi.behind.skip')} <kbd>{say('cameraUi.behind.skipKey')}</kbd>
          </button>
          <button className="btn" onClick={() => actions.stayBehind(view.method)}>
            {say('cameraUi.behind.stay')} <kbd>{say('cameraUi.behind.stayKey')}</kbd>
          </button>
        </>
      )}
    </div>
  );
}

const delayPainter: MakeLaneRenderer = (root) => {
  const delay = partWriter(root, 'delay');
  return (frame, { texts }) => {
    if (texts) delay.text(behindWords(frame));
  };
};
