import { useTranslation } from 'react-i18next';
import { CameraLight } from '../camera/recording-indicator';
import { Clock } from '../apparatus/clock';
import { Lanes } from '../apparatus/lanes';
import { Legend } from '../apparatus/legend';
import { useApparatus } from '../apparatus/apparatus';
import { SessionApparatus } from '../session/session-apparatus';
import { Banner } from './banner';

/** For the back row: the same lanes, no controls, one caption. */
export function Presenter() {
  return (
    <SessionApparatus>
      <PresenterStage />
    </SessionApparatus>
  );
}

function PresenterStage() {
  const { t } = useTranslation();
  const { views } = useApparatus();
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
