import { useMemo, useState } from 'react';
import { secondsFigure } from '../../../model/figures';
import { summaryOf } from '../../../model/runs/summary';
import { Apparatus } from '../../apparatus/apparatus';
import { Clock } from '../../apparatus/clock';
import { Lanes } from '../../apparatus/lanes';
import { Legend } from '../../apparatus/legend';
import { CaptionLine } from '../../captions/caption-line';
import { SessionApparatus } from '../../session/session-apparatus';
import { useSession } from '../../session/session';
import { BackIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { nameOf, whenWords } from '../list/run-words';
import { askExport } from '../export/export-store';
import { keepNote } from '../library';
import { Problem } from '../problem';
import { closeRun, type DrawnRun } from '../opened-run';
import type { KeepNote } from './notes';
import { usePlayback } from './playback';
import { ScrubDock } from './scrub-dock';
import './scrub.css';

/** One run at any moment of it, drawn by the parts that draw it live. */
export function ScrubPage({ drawn }: { drawn: DrawnRun }) {
  const { run, pictures, startedMs } = drawn;
  const [beside, setBeside] = useState(false);
  const [openedMs] = useState(() => Date.now());
  const title = nameOf(
    summaryOf({ ...drawn, pinned: false, log: run.log }, { id: 'open', bytes: 0 }),
  );
  const playback = usePlayback(run);
  const { id } = drawn;
  const hand = useMemo(() => (id === null ? null : (): void => askExport(id, title)), [id, title]);
  const keep = useMemo<KeepNote | null>(
    () => (id === null ? null : (mark, gone) => void keepNote(id, mark, gone)),
    [id],
  );
  return (
    <>
      <Apparatus run={run} plan={run.plan} actions={null} pictures={pictures}>
        <header className="topbar">
          <button className="btn bare" onClick={closeRun}>
            <BackIcon /> {say('runs.back')} <kbd>Esc</kbd>
          </button>
          <h1 title={title}>{title}</h1>
          <span className="chip scrub-when">{whenWords(startedMs, openedMs)}</span>
          <Legend />
          <span className="grow" />
          <Clock unit={say('runs.of', { seconds: secondsFigure(run.lengthMs) })} />
          {hand && (
            <button className="btn bare" onClick={hand}>
              {say('runs.export')} <kbd>E</kbd>
            </button>
          )}
          <LiveButton shown={beside} onChange={setBeside} />
        </header>
        <div className="scrub-body" data-beside={beside}>
          <Problem />
          <section aria-label={title}>
            <CaptionLine waiting={null} />
            <Lanes />
            <ScrubDock run={run} playback={playback} keep={keep} leave={closeRun} hand={hand} />
          </section>
          {beside && <LiveBeside />}
        </div>
      </Apparatus>
    </>
  );
}

/** Shows the run of Compare under the kept one, while there is a run. */
function LiveButton({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  const live = useSession((s) => s.run !== null);
  if (!live && !shown) return null;
  return (
    <button className="btn bare" aria-pressed={shown} onClick={() => onChange(!shown)}>
      {say('runs.liveBeside')}
    </button>
  );
}

function LiveBeside() {
  const live = useSession((s) => s.run !== null);
  return (
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
  );
}
