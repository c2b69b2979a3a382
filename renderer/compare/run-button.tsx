import { useTranslation } from 'react-i18next';
import { session, useRunState, useSession } from '../session/session';
import { PauseIcon, RunIcon } from '../ui/icons';

/** Runs, pauses, continues, or runs again. */
export function RunButton() {
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

const WORDS = {
  preparing: 'run',
  ready: 'run',
  running: 'pause',
  paused: 'continue',
  ended: 'runAgain',
} as const;
