import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { LiveTubeMarks, TubeScaleMarks } from './buffer-ruler';
import { FlowIndicator } from './flow-indicator';
import type { LaneView } from './lane-view';
import { LIVE_COLS, liveTileS } from './live-scale';
import { level, size } from './size-unit';
import { Gauge, gaugeRenderer } from './tank';
import { ROWS } from './tile-scale';
import { partWriter, useLaneRenderer, type MakeLaneRenderer } from './use-renderer';

interface StageProps {
  view: LaneView;
}

/** The client buffer: a tank for full buffer, a tube for the methods that hold little. */
export function BufferStage({ view }: StageProps) {
  const ref = useLaneRenderer(bufferRenderer, view);
  return (
    <div className="c-buf" ref={ref}>
      {view.rules.bufferWhole ? (
        <Gauge shape="tank" room={view.scale.fileTiles} />
      ) : (
        <Tube view={view} />
      )}
      <div className="cap">
        <b data-part="figure" />
        {view.rules.bufferWhole ? <span data-part="seconds" /> : <span>{mostOf(view)}</span>}
      </div>
      <FlowIndicator />
    </div>
  );
}

function Tube({ view }: StageProps) {
  const { live, scale, maxBufferBytes } = view;
  if (live) {
    return (
      <Gauge shape="tube" cols={LIVE_COLS} room={LIVE_COLS * ROWS}>
        <LiveTubeMarks view={view} live={live} />
      </Gauge>
    );
  }
  return (
    <Gauge shape="tube" cols={scale.tube.cols} room={maxBufferBytes / scale.tube.tileBytes}>
      <TubeScaleMarks view={view} />
    </Gauge>
  );
}

/** What a lane that holds little may hold at most, or means to. */
function mostOf({ live, known, method, maxBufferBytes, unit }: LaneView): string {
  if (live) {
    return method === 'buffering'
      ? say('cameraUi.reserveOf', { seconds: live.reserveS })
      : say('cameraUi.noReserve');
  }
  return known ? say('lanes.of', { most: size(maxBufferBytes, unit) }) : '';
}

/** The client buffer: received and not yet played, in bytes and, apart, in seconds. */
const bufferRenderer: MakeLaneRenderer = (root, { rules, scale, unit, live }) => {
  const tube = !rules.bufferWhole;
  const tileBytes = tube ? scale.tube.tileBytes : scale.tileBytes;
  const liveS = tube && live ? liveTileS(live) : null;
  const cols = liveS === null ? scale.tube.cols : LIVE_COLS;
  const tank = gaugeRenderer(root, { cols: tube ? cols : 10 });
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const seconds = partWriter(root, 'seconds');
  const gate = partWriter(root, 'gate');
  return ({ bufferedBytes, bufferedS, state }, { texts, labels, phase }) => {
    tank(liveS === null ? bufferedBytes / tileBytes : bufferedS / liveS);
    const needed = state === 'rebuffering';
    gate.set('data-is', state === 'playing' ? 'open' : state === 'ended' ? 'done' : 'held');
    gate.set('data-alarm', needed);
    svg.set('data-alarm', needed);
    if (!texts) return;
    const bytes = `${level(bufferedBytes, unit)} ${unit.name}`;
    const ahead = secondsFigure(bufferedS * 1000);
    const idle = bufferedBytes === 0 && (phase !== 'running' || state === 'ended');
    figure.text(bytes);
    seconds.text(tube ? (idle ? '' : ahead) : say('lanes.equals', { seconds: ahead }));
    if (labels) svg.set('aria-label', say('lanes.aria.buffer', { bytes, seconds: ahead }));
  };
};
