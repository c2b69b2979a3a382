import { useTranslation } from 'react-i18next';
import { Glyph } from '../ui/glyph';
import type { LaneView } from './lane-view';
import { nameRenderer } from './paint-name';
import { chosenSize } from './size-unit';
import { useLaneRenderer } from './use-renderer';

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
