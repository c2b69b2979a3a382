import { useCallback, useMemo, useState } from 'react';
import { secondsFigure } from '../../../model/figures';
import type { RecordedRun } from '../../../model/run/recorded-run';
import { Apparatus } from '../../apparatus/apparatus';
import { ChunkKeys } from '../../apparatus/chunk-story';
import { Clock } from '../../apparatus/clock';
import { Lanes } from '../../apparatus/lanes';
import { Legend } from '../../apparatus/legend';
import { CaptionLine } from '../../captions/caption-line';
import { SessionApparatus } from '../../session/session-apparatus';
import { useSession } from '../../session/session';
import { copySettings } from '../../session/settings-text';
import { BackIcon, CopyIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { askVideoOf } from '../../video-export/ask-video';
import { titleOf, whenWords } from '../list/run-words';
import { askExport } from '../export/export-store';
import { keepNote } from '../library';
import { Problem } from '../problem';
import { useRunAgain } from '../run-again';
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
  const title = titleOf(drawn.name, run.log);
  const playback = usePlayback(run);
  const { id } = drawn;
  const hand = useCallback(() => {
    // What is only looked at is not kept: all that it is handed on as is a video.
    if (id === null) askVideoOf(title, run.log);
    else askExport(id, title);
  }, [id, title, run]);
  const keep = useMemo<KeepNote | null>(
    () => (id === null ? null : (mark, gone) => void keepNote(id, mark, gone)),
    [id],
  );
  const { again, question } = useRunAgain();
  const repeat = useCallback(
    () => again({ log: run.log, token: drawn.token }),
    [again, run, drawn.token],
  );
  const copy = useCallback(() => void copySettings(termsOf(run)), [run]);
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
          <button className="btn" onClick={repeat}>
            {say('runs.again.button')} <kbd>R</kbd>
          </button>
          <button className="btn bare" onClick={hand}>
            {say(id === null ? 'videoExport.export' : 'runs.export')} <kbd>E</kbd>
          </button>
          <button className="btn bare scrub-copy" title={say('settings.text.copy')} onClick={copy}>
            <CopyIcon /> <span>{say('settings.text.copy')}</span>
          </button>
          <LiveButton shown={beside} onChange={setBeside} />
        </header>
        <div className="scrub-body" data-beside={beside}>
          <Problem />
          <section aria-label={title}>
            <CaptionLine waiting={null} />
            <ChunkKeys />
            <Lanes pointable />
            <ScrubDock {...{ run, playback, keep, hand, repeat, copy }} leave={closeRun} />
          </section>
          {beside && <LiveBeside />}
        </div>
        {question}
      </Apparatus>
    </>
  );
}

/** What a kept run was set to. */
const termsOf = ({ log }: RecordedRun): Parameters<typeof copySettings>[0] => ({
  settings: log.settings,
  link: log.link.spec,
  seed: log.link.seed,
});

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
          <Lanes pointable />
        </SessionApparatus>
      ) : (
        <p>{say('runs.noLive')}</p>
      )}
    </section>
  );
}
