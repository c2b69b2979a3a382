import { useTranslation } from 'react-i18next';
import { CameraLight } from '../camera/recording-indicator';
import { Clock } from '../apparatus/clock';
import { Lanes } from '../apparatus/lanes';
import { Legend } from '../apparatus/legend';
import { useApparatus } from '../apparatus/apparatus';
import { pictureOf } from '../apparatus/kind-picture';
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
  const { plan, views } = useApparatus();
  return (
    <main className="presenter">
      <header className="title">
        <h1>{pictureOf(plan).presenterTitle(views.length)}</h1>
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
