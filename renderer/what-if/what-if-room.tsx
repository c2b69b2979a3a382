import { useCallback, useMemo, useState } from 'react';
import { Confirm } from '../session/confirm-end';
import { runAtStake, type RunAtStake } from '../session/run-at-stake';
import { useSession } from '../session/session';
import { inLanguage, say, useLanguage } from '../ui/words';
import { UpperPanel } from './chart/upper-panel';
import type { Step } from './chart/drag-surface';
import { exportData } from './export-data';
import { findingOf } from './findings/finding';
import { Header } from './header';
import { NeedsFile } from './needs-file';
import { SidePanel } from './side/side-panel';
import { chooseBy } from './state/setup';
import { usePicture, type Picture } from './state/use-picture';
import { runOnce, tryInCompare } from './try-in-compare';
import { useOwnKeys } from './use-own-keys';
import { LowerPanel } from './views/lower-panel';
import './side/side.css';
import './views/viewer-scaling.css';
import './what-if.css';
import { messageOf } from '../../model/message-of';
import { kindOf } from '../../model/source/kinds';

/** The What if room: the same rules on a virtual clock; a camera has to give way to a file first. */
export function WhatIfRoom() {
  const modelled = useSession((s) => kindOf(s.media).predicted);
  return modelled ? <FileRoom /> : <NeedsFile />;
}

function FileRoom() {
  const { picture, problem } = usePicture();
  const [stake, setStake] = useState<RunAtStake | null>(null);
  const [saved, setSaved] = useState('');
  const step = useCallback(
    (by: Step) => picture && chooseBy(picture.setup.range, picture.setup.chosen, by),
    [picture],
  );
  const start = useCallback(() => {
    setStake(null);
    if (picture) void tryInCompare(picture.setup, picture.detail?.seed ?? 1);
  }, [picture]);
  const attempt = useCallback(() => {
    if (!picture || picture.points.length === 0) return;
    const lost = runAtStake();
    if (lost) setStake(lost);
    else start();
  }, [picture, start]);
  const save = useCallback(() => {
    if (!picture || picture.points.length === 0) return;
    exportData(picture).then(
      (path) => setSaved(path === null ? '' : say('whatIf.exported', { path })),
      (error: unknown) => setSaved(messageOf(error)),
    );
  }, [picture]);
  useOwnKeys({ step, attempt, save });
  return (
    <main className="page what-if" data-picture={picture?.complete ? 'complete' : 'working'}>
      <Header picture={picture} onExport={save} onTry={attempt} />
      <div className="what-if-body">
        <div className="caption">
          {problem === null ? (
            <FindingLine picture={picture} saved={saved} />
          ) : (
            <p role="alert">
              <b className="down">{say('whatIf.linkFailed', { message: problem })}</b>
            </p>
          )}
        </div>
        {picture && (
          <>
            <UpperPanel picture={picture} onEnter={attempt} />
            <LowerPanel picture={picture} onRunOnce={() => void runOnce()} />
            <SidePanel picture={picture} onEnter={attempt} />
          </>
        )}
      </div>
      <Confirm stake={stake} onEnd={start} onKeep={() => setStake(null)} />
    </main>
  );
}

/** What the picture at hand shows, and what was just saved. */
function FindingLine({ picture, saved }: { picture: Picture | null; saved: string }) {
  const language = useLanguage();
  const finding = useMemo(
    () => picture && inLanguage(language, () => findingFor(picture)),
    [picture, language],
  );
  const stopped = picture?.phase === 'cancelled' || picture?.phase === 'failed';
  return (
    <p role="status">
      <b>{finding?.lead ?? say(stopped ? 'whatIf.nothingYet' : 'whatIf.working')}</b>{' '}
      {finding?.rest}
      {saved && <span className="saved"> {saved}</span>}
    </p>
  );
}

function findingFor({ setup, points, detail }: Picture) {
  const { longerMs } = setup.scenario.link;
  const least = detail?.least.all ?? null;
  return findingOf({ axis: setup.range.axis, points, least, longerMs });
}
