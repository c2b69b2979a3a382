import { useEffect, useState } from 'react';
import type { NotesState, PresenterCommand } from '../../../electron/ipc/presenter-requests';
import { clockFigure, secondsFigure } from '../../../model/figures';
import { followKeys, useKeyBindings } from '../../ui/key-bindings';
import { presenterBindings } from '../../ui/presenter-keys';
import { say, useLanguage } from '../../ui/words';
import { NotesKeys } from './notes-keys';
import { NotesSteps } from './notes-steps';
import { useStagePicture } from './stage-picture';
import './notes.css';

const send = (command: PresenterCommand): void =>
  void window.bufferscope.request('notes:command', command);

const KEYS = presenterBindings(send);

/** The presenter's notes, in a window of their own: all that they show is told by the window of the stage. */
export function NotesPage() {
  // Listened for before the state is asked for: main sends the stage as it looks to whoever asks, once.
  const picture = useStagePicture();
  const state = useTold();
  const language = useLanguage();
  useKeyBindings('picture', KEYS);
  useEffect(() => followKeys(window), []);
  useEffect(() => {
    document.title = say('presenter.window');
    document.documentElement.dataset.mode = 'notes';
  }, [language]);
  useEffect(() => {
    if (state) document.documentElement.dataset.mantineColorScheme = state.theme;
  }, [state]);
  if (!state) return null;
  return (
    <main className="notes-page">
      <Head state={state} />
      <div className="notes-left">
        <div className="notes-stages">
          <SmallStage state={state} picture={picture} />
          <Next state={state} />
        </div>
        <Notes state={state} />
      </div>
      <NotesSteps state={state} />
      <NotesKeys state={state} send={send} />
    </main>
  );
}

/** What the window of the stage says. */
function useTold(): NotesState | null {
  const [state, setState] = useState<NotesState | null>(null);
  useEffect(() => {
    const { bufferscope } = window;
    const stop = bufferscope.on('notes:told', setState);
    void bufferscope.request('notes:state').then((first) => setState((now) => now ?? first));
    return stop;
  }, []);
  return state;
}

/** The wall clock, ms since 1970, four times a second. */
function useWallMs(): number {
  const [wallMs, setWallMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setWallMs(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return wallMs;
}

function Head({ state }: StateProps) {
  const { title, steps, sinceMs, language, byHand, shownMs, plannedMs } = state;
  const wallMs = useWallMs();
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const here = steps.findIndex(({ is }) => is === 'here') + 1;
  return (
    <header>
      <h1>{title}</h1>
      {byHand && here > 0 && (
        <span className="notes-count">
          {say('presenter.step', { step: here, count: steps.length })}
        </span>
      )}
      <span className="grow" />
      <span className="notes-time">
        {secondsFigure(shownMs)}{' '}
        <small>
          {plannedMs === null
            ? say('presenter.run')
            : say('presenter.runOf', { length: secondsFigure(plannedMs) })}
        </small>
      </span>
      <span className="notes-time" role="timer">
        {clockFigure(Math.max(0, wallMs - sinceMs) / 1000)} <small>{say('presenter.since')}</small>
      </span>
      <span className="notes-time">
        {time.format(wallMs)} <small>{say('presenter.now')}</small>
      </span>
    </header>
  );
}

interface StateProps {
  state: NotesState;
}

/** The stage as it looks, small. */
function SmallStage({
  state: { blank, held, shownMs },
  picture,
}: StateProps & { picture: string | null }) {
  const said = blank
    ? say('presenter.dark')
    : held
      ? say('presenter.held', { time: secondsFigure(shownMs) })
      : say('presenter.stage');
  return (
    <div>
      <h2 data-told={blank || held}>{said}</h2>
      <div className="notes-frame">
        {picture === null ? <p>{say('presenter.none')}</p> : <img src={picture} alt="" />}
      </div>
    </div>
  );
}

function Next({ state: { next, phase, shownMs, byHand } }: StateProps) {
  const comes = next && comesWords(next, shownMs, byHand ? 'at' : 'model');
  return (
    <div className="notes-next">
      <h2>{say('presenter.next')}</h2>
      {next ? <p>{next.caption}</p> : <p className="notes-none">{say('presenter.noNext')}</p>}
      <small>
        {phase === 'ready'
          ? say('presenter.ready')
          : comes && (byHand ? say('presenter.comes.byHand', { comes }) : comes)}
      </small>
    </div>
  );
}

/** When the next caption comes, in words. */
function comesWords(
  { event, atMs }: NonNullable<NotesState['next']>,
  shownMs: number,
  timed: 'at' | 'model',
): string {
  const time = atMs === null ? '' : secondsFigure(atMs);
  const leftMs = atMs === null ? -1 : atMs - shownMs;
  const left = secondsFigure(Math.max(0, leftMs));
  if (event === null) return say(`presenter.comes.${timed}`, { time, left });
  if (atMs === null) return say('presenter.comes.event', { event });
  return say(`presenter.comes.${leftMs > 0 ? 'foreseen' : 'late'}`, { event, time, left });
}

function Notes({ state: { notes, byHand, said } }: StateProps) {
  return (
    <section className="panel notes-notes" tabIndex={0} aria-label={say('presenter.notes')}>
      <h2>{say('presenter.notes')}</h2>
      {said !== null && (
        <p className="notes-said" role="alert">
          {said}
        </p>
      )}
      {notes.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {notes.length === 0 && (
        <p className="notes-none">{say(`presenter.noNotes.${byHand ? 'scenario' : 'run'}`)}</p>
      )}
    </section>
  );
}
