import { memo, useState } from 'react';
import { secondsFigure, sizeFigure, stallsFigure } from '../../../model/figures';
import { METHODS } from '../../../model/delivery/types';
import { MAX_NAME_CHARS } from '../../../model/runs/kept-lines';
import type { LaneSummary, RunSummary } from '../../../model/runs/summary';
import { LANE_KEY } from '../../ui/lane-style';
import { CrossIcon, PauseIcon } from '../../ui/icons';
import { say, useLanguage, textOf } from '../../ui/words';
import { MarkButton } from '../two/marked-run';
import { markRun } from '../two/two-store';
import { changeRun, library } from '../library';
import { openRun } from '../opened-run';
import { linkFacts, linkName, mediaFacts, mediaName, nameOf, whenWords } from './run-words';
import { SmallPicture } from './small-picture';

interface RunRowProps {
  run: RunSummary;
  /** Its place in the whole list, from 1 behind the head. */
  index: number;
  top: number;
  current: boolean;
  renaming: boolean;
  /** It is the first of two that are to be compared. */
  marked: boolean;
  /** The last of the pinned ones. */
  lastPinned: boolean;
}

/** The id of a run's row, to which keys point. */
export const rowId = (id: string): string => `run-${id}`;

/** One run of the list. */
export const RunRow = memo(function RunRow(props: RunRowProps) {
  useLanguage();
  const { run, index, top, current, renaming, marked, lastPinned } = props;
  const name = nameOf(run);
  return (
    <div
      role="row"
      id={rowId(run.id)}
      className="run-row"
      aria-rowindex={index + 1}
      aria-selected={current}
      data-last-pinned={lastPinned || undefined}
      data-marked={marked || undefined}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={({ ctrlKey, metaKey }) => {
        library.setState({ current: run.id });
        if (ctrlKey || metaKey) markRun(run.id);
      }}
      onDoubleClick={() => void openRun(run.id)}
    >
      <span role="gridcell" className="run-name">
        <MarkButton id={run.id} marked={marked} />
        {renaming ? <NameField run={run} /> : <b title={name}>{name}</b>}
        <small>{whenOf(run)}</small>
      </span>
      <TwoLines first={mediaName(run.media)} second={mediaFacts(run)} />
      <TwoLines first={linkName(run.link.spec)} second={linkFacts(run.link)} />
      {METHODS.map((method) => (
        <Outcome key={method} lane={run.lanes.find((lane) => lane.method === method)} />
      ))}
      <span role="gridcell">
        <SmallPicture lanes={run.lanes} outages={run.outages} />
      </span>
    </div>
  );
});

function whenOf({ pinned, brokenOff, lengthMs, startedMs }: RunSummary): string {
  return [
    pinned && say('runs.pinned'),
    whenWords(startedMs, Date.now()),
    brokenOff && say('runs.brokenOff', { seconds: secondsFigure(lengthMs) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <span role="gridcell" className="run-two">
      <span title={first}>{first}</span>
      <small>{second}</small>
    </span>
  );
}

/** Delay and stalls of one method; blank where it did not run. */
function Outcome({ lane }: { lane: LaneSummary | undefined }) {
  if (!lane) return <span role="gridcell" />;
  const { startupDelayMs, stallCount, stallTotalMs, error, readBytes } = lane;
  if (error) {
    return (
      <span role="gridcell" className="run-outcome" data-lane={LANE_KEY[lane.method]}>
        <b className="bad" title={textOf(error.texts?.message, error.message)}>
          <CrossIcon /> {say('runs.stopped')}
        </b>
        <small>{say('runs.stoppedRead', { size: sizeFigure(readBytes) })}</small>
      </span>
    );
  }
  return (
    <span role="gridcell" className="run-outcome" data-lane={LANE_KEY[lane.method]}>
      <b>{startupDelayMs === null ? say('runs.noStart') : secondsFigure(startupDelayMs)}</b>
      {stallCount === 0 ? (
        <small>{say('runs.noStall')}</small>
      ) : (
        <small className="bad">
          <PauseIcon /> {stallsFigure(stallCount, stallTotalMs)}
        </small>
      )}
    </span>
  );
}

/** The name in a field: Enter keeps what was written, Esc what was there. */
function NameField({ run }: { run: RunSummary }) {
  const [name, setName] = useState(nameOf(run));
  const leave = (): void => library.setState({ renaming: null });
  const keep = (): void => {
    leave();
    const trimmed = name.trim();
    if (trimmed !== nameOf(run)) void changeRun(run.id, { name: trimmed });
  };
  return (
    <input
      className="run-rename"
      aria-label={say('runs.rename')}
      maxLength={MAX_NAME_CHARS}
      value={name}
      autoFocus
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setName(target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape') leave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
