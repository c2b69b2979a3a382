import { useTranslation } from 'react-i18next';
import { CameraLight } from '../camera/recording-indicator';
import { Clock } from '../apparatus/clock';
import { Lanes } from '../apparatus/lanes';
import { Legend } from '../apparatus/legend';
import { useLaneViews } from '../apparatus/use-lane-views';
import { Banner } from './banner';

/** For the back row: the same lanes, no controls, one caption. */
export function Presenter() {
  const { t } = useTranslation();
  const views = useLaneViews();
  const title = views[0]?.live ? 'cameraUi.presenterTitle' : 'shell.presenterTitle';
  return (
    <main className="presenter">
      <header className="title">
        <h1>{t(`${title}.${String(views.length)}`)}</h1>
        <Legend />
        <span className="grow" />
        <CameraLight />
        <Clock unit={t('shell.seconds')} />
      </header>
      <Lanes />
      <Banner />
    </main>
  );
}
