import { useTranslation } from 'react-i18next';
import type { LaneView } from './lane-view';
import { figuresRenderer } from './paint-figures';
import { useLaneRenderer } from './use-renderer';

const FIGURES = ['startup', 'stalls', 'peak', 'buffer'] as const;
/** The first two are shown in a small window and in the presenter's picture too. */
const LIVE_FIGURES = ['live', 'stalls', 'startup', 'peak', 'buffer'] as const;

/** The figures of one lane, written by the painter. */
export function Figures({ view }: { view: LaneView }) {
  const { t } = useTranslation();
  const ref = useLaneRenderer(figuresRenderer, view);
  return (
    <dl className="figs c-figs" ref={ref}>
      {(view.live ? LIVE_FIGURES : FIGURES).map((figure) => (
        <div key={figure}>
          <dt>{figure === 'live' ? t('cameraUi.liveDelay') : t(`lanes.figures.${figure}`)}</dt>
          <dd data-part={figure} />
        </div>
      ))}
    </dl>
  );
}
