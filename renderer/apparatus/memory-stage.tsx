import { growthFigure } from '../../model/figures';
import { memoryOverRest } from '../../model/run/figures-at';
import type { LaneLog } from '../../model/run/schema';
import { say } from '../ui/words';
import { placeIn, stretchAt } from './chunk-places';
import { pictureOf, type StageProps } from './kind-picture';
import { size } from './size-unit';
import { capOf } from './backpressure-figures';
import type { LaneView } from './lane-view';
import { frameRenderer, Gauge, gaugeRenderer, markRenderer, PITCH } from './tank';
import { ROWS } from './tile-scale';
import { partWriter, useLaneRenderer, type MakeLaneRenderer } from './use-renderer';

/** What the method holds in the server. */
export function MemoryStage({ view }: StageProps) {
  const ref = useLaneRenderer(memoryRenderer, view);
  return (
    <div className="c-mem" ref={ref}>
      <Gauge shape="tank" room={view.scale.fileTiles}>
        {view.rules.readsOn && <CapMark />}
      </Gauge>
      <div className="cap">
        <b data-part="figure" />
        <span className="held-what" data-part="what" />
        <span className="held-process" data-part="process" />
      </div>
    </div>
  );
}

/** The level at which the process of a lane that does not wait is stopped, once its rest is known. */
function CapMark() {
  return (
    <g data-part="cap" visibility="hidden">
      <path d={`M-7 0H${String(10 * PITCH + 7)}`} stroke="var(--ink)" strokeWidth="3" />
      <text className="cap-word" x="2" y="-6">
        {say('backpressure.room')}
      </text>
    </g>
  );
}

/** Draws that level: what fits between the rest of the process and its cap, in tiles from the bottom. */
function capRenderer(root: Element, { scale, settings, rules }: LaneView): (log: LaneLog) => void {
  if (!rules.readsOn) return () => undefined;
  const mark = partWriter(root, 'cap');
  return (log) => {
    const rest = log.memory.baselineRssBytes;
    const rows = (capOf(log, settings.memoryCapBytes) - rest) / scale.tileBytes / 10;
    mark.set('visibility', rest > 0 && rows > 0 && rows <= ROWS ? 'visible' : 'hidden');
    mark.set('transform', `translate(0 ${String(Math.round((ROWS - rows) * PITCH))})`);
  };
}

/**
 * Server memory: tiles that the method holds, counted. Where the window has no room for the figures of the lane,
 * what its process took beyond its rest, measured, stands beside them.
 */
const memoryRenderer: MakeLaneRenderer = (root, view) => {
  const { method, scale, unit } = view;
  const tank = gaugeRenderer(root, { cols: 10 });
  const frameTiles = frameRenderer(root, { cols: 10 });
  const markTiles = markRenderer(root, 10);
  const { markedTiles } = pictureOf(view);
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const process = partWriter(root, 'process');
  const what = partWriter(root, 'what');
  const cap = capRenderer(root, view);
  return (frame, { log, texts, labels, chunk }) => {
    const { heldBytes, rssBytes } = frame;
    frameTiles(chunk === null ? null : placeIn('memory', view, frame, stretchAt(view, chunk)));
    tank(heldBytes / scale.tileBytes, texts);
    if (!texts) return;
    const own = log(method);
    if (own) cap(own);
    if (markedTiles) markTiles(markedTiles('memory', frame, view));
    const held = `${size(heldBytes, unit)} ${unit.name}`;
    const over = memoryOverRest(own?.memory.baselineRssBytes ?? 0, rssBytes);
    const memory = over ? growthFigure(over.overBytes) : say('lanes.figures.notYet');
    what.text(pictureOf(view).held(heldBytes, view));
    figure.text(held);
    process.text(say('lanes.process', { memory }));
    if (labels) svg.set('aria-label', say('lanes.aria.memory', { held, process: memory }));
  };
};
