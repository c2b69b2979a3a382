import { useTranslation } from 'react-i18next';
import { CameraLight } from '../camera/recording-indicator';
import { Legend } from '../apparatus/legend';
import { session, useSession, useRunState } from '../session/session';
import { panels, togglePanel, usePanel } from '../window/panels';
import { useHidden } from '../window/profile';
import { SAMPLE_FIT } from '../../model/run/fit';
import { SourceBar } from '../source/source-bar';
import { Clock } from '../apparatus/clock';
import { BreakMenu } from '../ui/break-menu';
import { say } from '../ui/words';
import { PauseIcon, RunIcon } from '../ui/icons';
import { exportVideo } from './export-video';
import { kindOf } from '../../model/source/kinds';

/** What is compared, the clock of the run, and its buttons with their keys. */
export function TopBar() {
  const { t } = useTranslation();
  const ready = useSession((s) => s.media !== null);
  const settingsOpen = usePanel('settings');
  const noSettings = useHidden('settings');
  const noPresenter = useHidden('presenter');
  const { restart } = session.getState();
  return (
    <header className="topbar">
      <h1>{t('shell.compare')}</h1>
      <SourceBar />
      <Legend />
      <FitButton />
      <span className="grow" />
      <CameraLight />
      <Clock unit={t('shell.sinceStart')} />
      <RunButton />
      <VideoButton />
      <LiveBreak />
      <button className="btn" disabled={!ready} onClick={restart}>
        {t('shell.restart')} <kbd>R</kbd>
      </button>
      {!noSettings && (
        <button
          className="btn bare"
          aria-expanded={settingsOpen}
          onClick={() => togglePanel('settings')}
        >
          {t('shell.settings')} <kbd>S</kbd>
        </button>
      )}
      {!noPresenter && (
        <button className="btn bare" onClick={() => panels.setState({ presenter: true })}>
          {t('shell.present')} <kbd>P</kbd>
        </button>
      )}
    </header>
  );
}

/** One press gives the sizes of the sample, the next those that suit the file; the sample itself needs none. */
function FitButton() {
  const { t } = useTranslation();
  const shown = useSession(({ media }) => media !== null && !media.sample && kindOf(media).fits);
  const on = useSession((s) => s.fit !== SAMPLE_FIT);
  if (!shown) return null;
  return (
    <button
      className="btn bare fit-button"
      aria-pressed={on}
      title={t('settings.about.fit')}
      onClick={() => session.getState().setFit(!on)}
    >
      {t(on ? 'shell.fitted' : 'shell.fit')}
    </button>
  );
}

/** Runs, pauses, continues, or runs again. */
function RunButton() {
  const { t } = useTranslation();
  const phase = useRunState((s) => s?.phase ?? null);
  const ready = useSession((s) => s.media !== null);
  const key = WORDS[phase ?? 'ready'];
  return (
    <button
      className="btn primary run"
      disabled={!ready}
      onClick={() => session.getState().startOrPause()}
    >
      {phase === 'running' ? <PauseIcon /> : <RunIcon />}
      {t(`shell.${key}`)} <kbd>Space</kbd>
    </button>
  );
}

/** Makes a video of the run that is over or stands; there is none before. */
function VideoButton() {
  const over = useRunState((s) => s?.phase === 'ended');
  const hidden = useHidden('video-export');
  if (!over || hidden) return null;
  return (
    <button className="btn" title={say('videoExport.exportHint')} onClick={exportVideo}>
      {say('videoExport.export')} <kbd>X</kbd>
    </button>
  );
}

/** What the run pauses at as it goes on. */
function LiveBreak() {
  const breakAt = useSession((s) => s.breakAt);
  const words = say(`runs.breaks.${breakAt === null ? 'none' : `next.${breakAt}`}`);
  const short = breakAt === null ? '' : say(`runs.breaks.short.${breakAt}`);
  const { setBreak } = session.getState();
  return <BreakMenu {...{ breakAt, words, short }} onChange={setBreak} />;
}

const WORDS = {
  preparing: 'run',
  ready: 'run',
  running: 'pause',
  paused: 'continue',
  ended: 'runAgain',
} as const;
