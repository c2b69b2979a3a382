import { growthFigure } from '../../model/figures';
import { memoryOverRest } from '../../model/run/figures-at';
import { say } from '../ui/words';
import { placeIn, stretchAt } from './chunk-places';
import { pictureOf, type StageProps } from './kind-picture';
import { size } from './size-unit';
import { frameRenderer, Gauge, gaugeRenderer } from './tank';
import { partWriter, useLaneRenderer, type MakeLaneRenderer } from './use-renderer';

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

/**
 * Server memory: tiles that the method holds, counted. Where the window has no room for the figures of the lane,
 * what its process took beyond its rest, measured, stands beside them.
 */
const memoryRenderer: MakeLaneRenderer = (root, view) => {
  const { method, scale, unit } = view;
  const tank = gaugeRenderer(root, { cols: 10 });
  const frameTiles = frameRenderer(root, { cols: 10 });
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const process = partWriter(root, 'process');
  const what = partWriter(root, 'what');
  return (frame, { log, texts, labels, chunk }) => {
    const { heldBytes, rssBytes } = frame;
    frameTiles(chunk === null ? null : placeIn('memory', view, frame, stretchAt(view, chunk)));
    tank(heldBytes / scale.tileBytes, texts);
    if (!texts) return;
    const held = `${size(heldBytes, unit)} ${unit.name}`;
    const over = memoryOverRest(log(method)?.memory.baselineRssBytes ?? 0, rssBytes);
    const memory = over ? growthFigure(over.overBytes) : say('lanes.figures.notYet');
    what.text(pictureOf(view).held(heldBytes, view));
    figure.text(held);
    process.text(say('lanes.process', { memory }));
    if (labels) svg.set('aria-label', say('lanes.aria.memory', { held, process: memory }));
  };
};
