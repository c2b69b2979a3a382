import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { columnsOf, placeIn, stretchAt } from './chunk-places';
import { FlowIndicator } from './flow-indicator';
import { pictureOf, type StageProps } from './kind-picture';
import { level } from './size-unit';
import { frameRenderer, Gauge, gaugeRenderer, markRenderer } from './tank';
import { partWriter, useLaneRenderer, type MakeLaneRenderer } from './use-renderer';

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
        {view.rules.bufferWhole ? (
          <span data-part="seconds" />
        ) : (
          <span>{pictureOf(view).most(view)}</span>
        )}
      </div>
      <FlowIndicator />
    </div>
  );
}

function Tube({ view }: StageProps) {
  const { bufferScale, BufferMarks } = pictureOf(view);
  const { cols, room } = bufferScale(view);
  return (
    <Gauge shape="tube" cols={cols} room={room}>
      <BufferMarks view={view} />
    </Gauge>
  );
}

/** The client buffer: received and not yet played, in bytes and, apart, in seconds. */
const bufferRenderer: MakeLaneRenderer = (root, view) => {
  const { rules, scale, unit } = view;
  const tube = rules.bufferWhole ? null : pictureOf(view).bufferScale(view);
  const cols = columnsOf('buffer', view);
  const tank = gaugeRenderer(root, { cols });
  const frameTiles = frameRenderer(root, { cols });
  const markTiles = markRenderer(root, cols);
  const { markedTiles } = pictureOf(view);
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const seconds = partWriter(root, 'seconds');
  const gate = partWriter(root, 'gate');
  return (frame, { texts, labels, phase, chunk }) => {
    frameTiles(chunk === null ? null : placeIn('buffer', view, frame, stretchAt(view, chunk)));
    const { bufferedBytes, bufferedS, state } = frame;
    tank(tube?.tiles(frame) ?? bufferedBytes / scale.tileBytes, texts);
    const needed = state === 'rebuffering';
    gate.set('data-is', state === 'playing' ? 'open' : state === 'ended' ? 'done' : 'held');
    gate.set('data-alarm', needed);
    svg.set('data-alarm', needed);
    if (!texts) return;
    if (markedTiles) markTiles(markedTiles('buffer', frame, view));
    const bytes = `${level(bufferedBytes, unit)} ${unit.name}`;
    const ahead = secondsFigure(bufferedS * 1000);
    const idle = bufferedBytes === 0 && (phase !== 'running' || state === 'ended');
    figure.text(bytes);
    seconds.text(tube ? (idle ? '' : ahead) : say('lanes.equals', { seconds: ahead }));
    if (labels) svg.set('aria-label', say('lanes.aria.buffer', { bytes, seconds: ahead }));
  };
};
