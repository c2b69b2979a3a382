import { useTranslation } from 'react-i18next';
import { Clock } from '../../app/clock';
import { Lanes } from '../lanes/lanes';
import { Legend } from '../lanes/legend';
import { useLaneViews } from '../lanes/use-lane-views';
import { Banner } from './banner';

/** For the back row: the same lanes, no controls, one caption. */
export function Presenter() {
  const { t } = useTranslation();
  const { length } = useLaneViews();
  return (
    <main className="presenter">
      <header className="title">
        <h1>{t(`shell.presenterTitle.${String(length)}`)}</h1>
        <Legend />
        <span className="grow" />
        <Clock unit={t('shell.seconds')} />
      </header>
      <Lanes />
      <Banner />
    </main>
  );
}
