import { useTranslation } from 'react-i18next';
import { grewWithin } from '../../model/run/flow';
import { say } from '../ui/words';
import { CameraStage } from './camera-stage';
import { FlowIndicator, PASSING_MS } from './flow-indicator';
import type { LaneView } from './lane-view';
import { LIVE_COLS } from './live-scale';
import { LiveTubeMarks, TubeScaleMarks } from './buffer-ruler';
import { bufferRenderer } from './paint-buffer';
import { memoryRenderer } from './paint-memory';
import { ROWS } from './tile-scale';
import { size } from './size-unit';
import { Gauge, gaugeRenderer } from './tank';
import { useLaneRenderer, partWriter, type MakeLaneRenderer } from './use-renderer';

interface StageProps {
  view: LaneView;
}

/** Where it all comes from: the file on disk, or a camera. */
export function SourceStage({ view }: StageProps) {
  return view.live ? <CameraStage view={view} /> : <FileStage view={view} />;
}

function FileStage({ view }: StageProps) {
  const { t } = useTranslation();
  const ref = useLaneRenderer(fileRenderer, view);
  const total = size(view.totalBytes, view.unit);
  return (
    <div className="c-file" ref={ref}>
      <Gauge shape="file" room={view.scale.fileTiles} />
      <div className="cap">
        <b data-part="figure" />
        <span>{view.known && t('lanes.ofRead', { total })}</span>
      </div>
      <FlowIndicator />
    </div>
  );
}

/** What the method holds in the server. */
export function MemoryStage({ view }: StageProps) {
  const ref = useLaneRenderer(memoryRenderer, view);
  return (
    <div className="c-mem" ref={ref}>
      <Gauge shape="tank" room={view.scale.fileTiles} />
      <div className="cap">
        <b data-part="figure" />
        <span className="held-what" data-part="what" />
        <span className="held-process" data-part="process" />
      </div>
    </div>
  );
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

/** The file: how much of it has been read, and whether it is being read now. */
export const fileRenderer: MakeLaneRenderer = (root, { method, scale, unit, totalBytes }) => {
  const tank = gaugeRenderer(root, { cols: 10, fromTop: true });
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const gate = partWriter(root, 'gate');
  return ({ readBytes }, { run, log, texts, labels, shownMs }) => {
    tank(readBytes / scale.tileBytes);
    const done = readBytes >= totalBytes;
    const lastMs = PASSING_MS * (run?.plan.settings.speed ?? 1);
    const open = grewWithin(log(method)?.samples ?? [], 'readBytes', shownMs, lastMs);
    gate.set('data-is', done ? 'done' : open ? 'open' : 'held');
    if (!texts) return;
    const read = `${size(readBytes, unit)} ${unit.name}`;
    figure.text(read);
    if (labels)
      svg.set('aria-label', say('lanes.aria.file', { read, total: size(totalBytes, unit) }));
  };
};
