import { useSyncExternalStore } from 'react';
import { secondsFigure } from '../../model/figures';
import type { RecordedRun } from '../../model/run/recorded-run';
import { Apparatus } from '../apparatus/apparatus';
import { Clock } from '../apparatus/clock';
import { Lanes } from '../apparatus/lanes';
import { CaptionLine } from '../captions/caption-line';
import { SessionApparatus } from '../session/session-apparatus';
import { useSession } from '../session/session';
import { say } from '../ui/words';
import { chooseRun, useOpenedRun, type DrawnRun } from './opened-run';
import './runs.css';

/** One press of an arrow moves the shown moment this far, ms; with Page Up and Page Down ten times as far. */
const STEP_MS = 100;

/** A run from its log at any moment of it, and beside it the run of Compare, each drawn from its own RunView. */
export function RunsRoom() {
  const opened = useOpenedRun((s) => s.opened);
  const problem = useOpenedRun((s) => s.problem);
  const live = useSession((s) => s.run !== null);
  return (
    <main className="page runs-room">
      <header className="runs-head">
        <h1>{say('runs.title')}</h1>
        <button className="btn" onClick={() => void chooseRun()}>
          {say('runs.open')}
        </button>
        {problem !== null && <p role="alert">{problem}</p>}
      </header>
      <div className="runs-body">
        {opened ? <Recorded drawn={opened} key={opened.path} /> : <p>{say('runs.empty')}</p>}
        <section aria-label={say('runs.live')}>
          <h2>{say('runs.live')}</h2>
          {live ? (
            <SessionApparatus>
              <Clock unit={say('shell.seconds')} />
              <CaptionLine waiting={null} />
              <Lanes />
            </SessionApparatus>
          ) : (
            <p>{say('runs.noLive')}</p>
          )}
        </section>
      </div>
    </main>
  );
}

function Recorded({ drawn: { run, pictures, path } }: { drawn: DrawnRun }) {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const title = say('runs.from', { name });
  return (
    <Apparatus run={run} plan={run.plan} actions={null} pictures={pictures}>
      <section aria-label={title}>
        <h2 title={path}>{title}</h2>
        <Clock unit={say('shell.seconds')} />
        <Scrub run={run} />
        <CaptionLine waiting={null} />
        <Lanes />
      </section>
    </Apparatus>
  );
}

/** The moment that is shown: by hand, by arrows, and from mark to mark. */
function Scrub({ run }: { run: RecordedRun }) {
  const state = useSyncExternalStore(
    (changed) => run.subscribe(changed),
    () => run.state(),
  );
  const shownMs = state.shownMs ?? run.lengthMs;
  const moments = run.marks().map(({ tMs }) => tMs);
  const before = moments.findLast((tMs) => tMs < shownMs);
  const after = moments.find((tMs) => tMs > shownMs);
  return (
    <div className="runs-scrub">
      <button
        className="btn"
        disabled={before === undefined}
        onClick={() => run.seek(before ?? shownMs)}
      >
        {say('runs.before')}
      </button>
      <input
        type="range"
        min={0}
        max={run.lengthMs}
        step="any"
        value={shownMs}
        aria-label={say('runs.moment')}
        aria-valuetext={secondsFigure(shownMs)}
        onChange={({ target }) => run.seek(Number(target.value))}
        onKeyDown={(event) => {
          const to = movedTo(event.key, shownMs, run.lengthMs);
          if (to === null) return;
          event.preventDefault();
          run.seek(to);
        }}
      />
      <button
        className="btn"
        disabled={after === undefined}
        onClick={() => run.seek(after ?? shownMs)}
      >
        {say('runs.after')}
      </button>
      <span>{say('runs.length', { seconds: secondsFigure(run.lengthMs) })}</span>
    </div>
  );
}

/** Where a key moves the shown moment to, ms; null when it is none of the slider's keys. */
function movedTo(key: string, shownMs: number, lengthMs: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return shownMs - STEP_MS;
    case 'ArrowRight':
      return shownMs + STEP_MS;
    case 'PageDown':
      return shownMs - 10 * STEP_MS;
    case 'PageUp':
      return shownMs + 10 * STEP_MS;
    case 'Home':
      return 0;
    case 'End':
      return lengthMs;
    default:
      return null;
  }
}
