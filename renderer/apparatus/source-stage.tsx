import { useTranslation } from 'react-i18next';
import { grewWithin } from '../../model/run/flow';
import { say } from '../ui/words';
import { placeIn, stretchAt } from './chunk-places';
import { FlowIndicator, PASSING_MS } from './flow-indicator';
import type { StageProps } from './kind-picture';
import { size } from './size-unit';
import { frameRenderer, Gauge, gaugeRenderer } from './tank';
import { useLaneRenderer, partWriter, type MakeLaneRenderer } from './use-renderer';

/** The file on disk, from which it all comes. */
export function FileStage({ view }: StageProps) {
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

/** The file: how much of it has been read, and whether it is being read now. */
const fileRenderer: MakeLaneRenderer = (root, view) => {
  const { method, scale, unit, totalBytes } = view;
  const frameTiles = frameRenderer(root, { cols: 10, fromTop: true });
  const tank = gaugeRenderer(root, { cols: 10, fromTop: true });
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const gate = partWriter(root, 'gate');
  return (frame, { run, log, texts, labels, shownMs, chunk }) => {
    const { readBytes } = frame;
    frameTiles(chunk === null ? null : placeIn('file', view, frame, stretchAt(view, chunk)));
    tank(readBytes / scale.tileBytes, texts);
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
