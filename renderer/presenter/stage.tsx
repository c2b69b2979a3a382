import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraLight } from '../camera/recording-indicator';
import { useApparatus } from '../apparatus/apparatus';
import { Clock } from '../apparatus/clock';
import { pictureOf } from '../apparatus/kind-picture';
import { Lanes } from '../apparatus/lanes';
import { Legend } from '../apparatus/legend';
import type { Caption } from '../captions/caption';
import type { Stage } from '../../model/run/stage-at';
import { Banner } from './banner';

/** What the stage shows besides the run at its moment. */
export interface StageLook {
  /** What is dimmed and what is enlarged. */
  stage: Pick<Stage, 'highlight' | 'zoom'>;
  /** What is said; null leaves the banner away. */
  caption: Caption | null;
  /** What a screen reader is told of it. */
  heard?: string;
}

/**
 * For the back row: the same lanes, no controls, one caption. All of it is a function of the drawn run, its moment and
 * the look that is handed in: it has no clock and no transition of its own. It fills its window, in which it stands
 * alone, and looks the same in each, larger or smaller.
 */
export function PresenterStage({ stage, caption, heard }: StageLook) {
  const { t } = useTranslation();
  const { plan, views } = useApparatus();
  useStageMode();
  return (
    <main className="presenter" data-captioned={caption !== null}>
      <header className="title">
        <h1>{pictureOf(plan).presenterTitle(views.length)}</h1>
        <Legend />
        <span className="grow" />
        <CameraLight />
        <Clock unit={t('shell.seconds')} />
      </header>
      <Lanes stage={stage} />
      {caption && <Banner caption={caption} heard={heard ?? ''} />}
    </main>
  );
}

/** Marks the page as the stage, which the style sheets follow. */
function useStageMode(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.mode = 'presenter';
    return () => {
      delete document.documentElement.dataset.mode;
    };
  }, []);
}
