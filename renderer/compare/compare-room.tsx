import { useTranslation } from 'react-i18next';
import { TopBar } from './top-bar';
import { CaptionLine } from '../captions/caption-line';
import { ChunkKeys } from '../apparatus/chunk-story';
import { Lanes, lanesDrawn } from '../apparatus/lanes';
import { ScenarioPanel } from '../scenario/scenario-panel';
import { session, useSession } from '../session/session';
import { SessionApparatus } from '../session/session-apparatus';
import { useWaitingCaption } from '../session/waiting-caption';
import { PastedSettings } from './settings/pasted-settings';
import { useEffect, useState, type ComponentType } from 'react';
import './dock/dock.css';

/** The Compare room: caption, lanes and dock. */
export function CompareRoom() {
  return (
    <SessionApparatus>
      <main className="page">
        <TopBar />
        <div className="body">
          <PastedSettings />
          <CaptionLine waiting={useWaitingCaption()} />
          <Stage />
          <div className="dock-slot">
            <LateDock />
            <ScenarioPanel />
          </div>
        </div>
      </main>
    </SessionApparatus>
  );
}

/** The lanes, or, with nothing to deliver, one sentence and the way on. */
function Stage() {
  const { t } = useTranslation();
  const empty = useSession((s) => !s.media && !s.opening && s.booted);
  if (!empty) {
    return (
      <>
        <ChunkKeys />
        <Lanes pointable />
      </>
    );
  }
  const { chooseFile, openSample } = session.getState();
  return (
    <section className="panel empty-room">
      <p>{t('shell.empty')}</p>
      <button className="btn primary" onClick={() => void chooseFile()}>
        {t('shell.openFile')}
      </button>
      <button className="btn" onClick={() => void openSample()}>
        {t('shell.useSample')}
      </button>
    </section>
  );
}

/** The dock, loaded once the lanes are on the screen: its charts cost as much to set up as all the rest. */
function LateDock() {
  const [Dock, setDock] = useState<ComponentType | null>(null);
  useEffect(() => {
    let wanted = true;
    void lanesDrawn
      .then(() => import('./dock/dock'))
      .then((loaded) => {
        if (wanted) setDock(() => loaded.Dock);
      });
    return () => {
      wanted = false;
    };
  }, []);
  return Dock ? <Dock /> : <section className="dock" />;
}
