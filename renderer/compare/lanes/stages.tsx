import { useTranslation } from 'react-i18next';
import { Gate } from './gate';
import type { LaneView } from './lane-view';
import { bufferPainter } from './paint-buffer';
import { filePainter } from './paint-file';
import { memoryPainter } from './paint-memory';
import { size } from './picture-unit';
import { Tank } from './tank';
import { TubeScaleMarks } from './tube-scale';
import { useLanePainter } from './use-painter';

interface StageProps {
  view: LaneView;
}

/** The file on disk. */
export function FileStage({ view }: StageProps) {
  const { t } = useTranslation();
  const ref = useLanePainter(filePainter, view);
  const total = size(view.totalBytes, view.unit);
  return (
    <div className="c-file" ref={ref}>
      <Tank shape="file" room={view.scale.fileTiles} />
      <div className="cap">
        <b data-part="figure" />
        <span>{view.known && t('lanes.ofRead', { total })}</span>
      </div>
      <Gate />
    </div>
  );
}

/** What the method holds in the server. */
export function MemoryStage({ view }: StageProps) {
  const ref = useLanePainter(memoryPainter, view);
  return (
    <div className="c-mem" ref={ref}>
      <Tank shape="tank" room={view.scale.fileTiles} />
      <div className="cap">
        <b data-part="figure" />
        <span data-part="process" />
      </div>
    </div>
  );
}

/** The client buffer: a tank for full buffer, a tube for the methods that hold little. */
export function BufferStage({ view }: StageProps) {
  const { t } = useTranslation();
  const ref = useLanePainter(bufferPainter, view);
  const { scale, rules, aheadBytes, unit } = view;
  const cap = (
    <div className="cap">
      <b data-part="figure" />
      {rules.readsWhole ? (
        <span data-part="seconds" />
      ) : (
        <span>{view.known && t('lanes.of', { most: size(aheadBytes, unit) })}</span>
      )}
    </div>
  );
  return (
    <div className="c-buf" ref={ref}>
      {rules.readsWhole ? (
        <Tank shape="tank" room={scale.fileTiles} />
      ) : (
        <Tank shape="tube" cols={scale.tube.cols} room={aheadBytes / scale.tube.tileBytes}>
          <TubeScaleMarks view={view} />
        </Tank>
      )}
      {cap}
      <Gate />
    </div>
  );
}
