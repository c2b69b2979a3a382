import { useTranslation } from 'react-i18next';
import { Glyph } from '../ui/glyph';
import type { LaneView } from './lane-view';
import { chosenSize } from './size-unit';
import { useLaneRenderer, partWriter, type MakeLaneRenderer } from './use-renderer';
import { say } from '../ui/words';

/** A lane's name, what its method does, and why it last stalled. */
export function LaneName({ view }: { view: LaneView }) {
  const { t } = useTranslation();
  const ref = useLaneRenderer(nameRenderer, view);
  const { method, rules, live } = view;
  const how = live
    ? t(`cameraUi.how.${method}`, { ...live })
    : t(`lanes.how.${method}`, { start: chosenSize(rules.startBytes) });
  return (
    <div className="c-name" ref={ref}>
      <h2>
        <Glyph method={method} />
        {t(`lanes.methods.${method}`)}
      </h2>
      <p className="how">{how}</p>
      <p className="why" data-part="why" />
    </div>
  );
}

/** Under a lane's name: why it last stalled, up to the moment shown. */
export const nameRenderer: MakeLaneRenderer = (root, { method }) => {
  const why = partWriter(root, 'why');
  return (_frame, { log, texts, shownMs }) => {
    if (!texts) return;
    const last = log(method)?.stalls.findLast((stall) => stall.atMs <= shownMs);
    why.text(last?.cause ? say('lanes.why', { cause: last.cause }) : '');
  };
};
