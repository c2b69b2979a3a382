import { useEffect } from 'react';
import {
  CHECK_LINES,
  countStates,
  type CheckedLine,
  type CheckLine,
} from '../../model/check/check';
import { cameraPicker } from '../source/camera/camera-picker';
import { sayList, say } from '../ui/words';
import { useKeyBindings, type KeyBinding } from '../ui/key-bindings';
import { leaveHelpPage, rooms } from '../window/rooms';
import { check, checkComputer, copyCheck, useCheck } from '../computer-check/computer-check';
import './check.css';

const again = (): void => void checkComputer();
const copy = (): void => void copyCheck();

const KEYS: readonly KeyBinding[] = [
  { key: 'r', help: 'checkAgain', act: again },
  { key: 'c', help: 'copyCheck', when: () => check.getState().looking === null, act: copy },
  { key: 'Escape', help: 'leavePage', act: leaveHelpPage },
];

/** What a person can do about a line that is not right, where the app has a place for it. */
const WAYS: Readonly<Partial<Record<CheckLine, () => void>>> = {
  disk: () => rooms.getState().go('runs'),
  ports: () => rooms.getState().go('server'),
  camera: () => {
    rooms.getState().go('compare');
    void cameraPicker.open();
  },
};

/** Check this computer: a line for each thing that Bufferscope needs, looked at now. */
export function CheckRoom() {
  const lines = useCheck((s) => s.lines);
  const looking = useCheck((s) => s.looking);
  const said = useCheck((s) => s.said);
  const totalMs = lines.reduce((sum, { tookMs }) => sum + tookMs, 0);
  useKeyBindings('room', KEYS);
  useEffect(again, []);
  return (
    <main className="page check">
      <header className="topbar">
        <h1>{say('check.title')}</h1>
        <span className="chip">{say('check.chip')}</span>
        <span className="grow" />
        <span className="clock">
          {(totalMs / 1000).toFixed(1)} <small>{say('check.total', { count: lines.length })}</small>
        </span>
        <button className="btn primary" onClick={again} disabled={looking !== null}>
          {say('check.again')} <kbd>R</kbd>
        </button>
        <button className="btn" onClick={copy} disabled={looking !== null}>
          {say('check.copy')} <kbd>C</kbd>
        </button>
        <button className="btn bare" onClick={leaveHelpPage}>
          {say('check.leave')} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="check-body">
        <p className="caption" role="status">
          {said ?? <Summary />}
        </p>
        <section className="panel check-list">
          <div className="check-line check-head">
            <span />
            <span>{say('check.head.line')}</span>
            <span>{say('check.head.found')}</span>
            <span>{say('check.head.way')}</span>
            <span>{say('check.head.took', { seconds: (totalMs / 1000).toFixed(1) })}</span>
          </div>
          <ul>
            {CHECK_LINES.map((line, i) => (
              <Line
                key={line}
                line={line}
                found={lines[i]}
                fromMs={lines.slice(0, i).reduce((sum, { tookMs }) => sum + tookMs, 0)}
                totalMs={totalMs}
              />
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}

/** What does not work, then how many lines are worth a look, and how many are right. */
function Summary() {
  const lines = useCheck((s) => s.lines);
  const looking = useCheck((s) => s.looking);
  if (looking !== null) return say('check.looking', { line: nameOf(looking) });
  if (lines.length === 0) return null;
  const { right, usable, broken } = countStates(lines);
  const names = lines.filter(({ state }) => state === 'broken').map(({ line }) => nameOf(line));
  return (
    <>
      {broken > 0 ? (
        <b className="check-bad">
          {say('check.summary.broken', { count: broken, lines: sayList(names) })}
        </b>
      ) : (
        <b>{say('check.summary.all')}</b>
      )}{' '}
      {usable > 0 && `${say('check.summary.usable', { count: usable })} `}
      {(usable > 0 || broken > 0) && say('check.summary.right', { count: right })}
    </>
  );
}

interface LineProps {
  line: CheckLine;
  /** Nothing until it has been looked at. */
  found: CheckedLine | undefined;
  /** When its look began and how long all took, ms since the first. */
  fromMs: number;
  totalMs: number;
}

function Line({ line, found, fromMs, totalMs }: LineProps) {
  const way = found && found.state !== 'right' ? WAYS[line] : undefined;
  return (
    <li className="check-line" data-state={found?.state}>
      {found ? <StateMark state={found.state} /> : <span />}
      <h2>{nameOf(line)}</h2>
      <p>{found && <Found found={found} />}</p>
      {way ? (
        <button className="btn" onClick={way}>
          {say(`check.ways.${line}`)}
        </button>
      ) : (
        <span />
      )}
      {found ? <Took tookMs={found.tookMs} {...{ fromMs, totalMs }} /> : <span />}
    </li>
  );
}

/** One bold word and a detail where it is right, else one sentence. */
function Found({ found: { line, state, found, values } }: { found: CheckedLine }) {
  const key = `check.lines.${line}.${found}`;
  if (state !== 'right') return say(key, values);
  return (
    <>
      <b>{say(key)}</b> {say(`${key}More`, values)}
    </>
  );
}

/** Times follow each other on one line, so that the column adds up to the whole. */
function Took({ tookMs, fromMs, totalMs }: { tookMs: number; fromMs: number; totalMs: number }) {
  const share = (ms: number): string => `${String((100 * ms) / totalMs)}%`;
  const seconds = (tookMs / 1000).toFixed(1);
  return (
    <span className="check-took">
      <svg width="100%" height="22" aria-hidden="true">
        <path d="M0 11H4000" />
        <rect x={share(fromMs)} y="5" width={share(tookMs)} height="12" />
      </svg>
      {say('check.took', { seconds })}
    </span>
  );
}

/** A tick in a full ring, a mark in an open one, or a cross. */
function StateMark({ state }: Pick<CheckedLine, 'state'>) {
  return (
    <svg viewBox="0 0 18 18" role="img" aria-label={say(`check.state.${state}`)}>
      {state === 'right' && (
        <>
          <circle cx="9" cy="9" r="9" fill="var(--ink)" />
          <path d="M5 9.2l2.8 2.8L13 6.4" className="check-tick" />
        </>
      )}
      {state === 'usable' && (
        <>
          <circle cx="9" cy="9" r="7.75" fill="var(--surface)" className="check-ring" />
          <path d="M9 4.6v5.2M9 11.6v2" className="check-ring" />
        </>
      )}
      {state === 'broken' && (
        <path
          d="M3 5.4L5.4 3 9 6.6 12.6 3 15 5.4 11.4 9 15 12.6 12.6 15 9 11.4 5.4 15 3 12.6 6.6 9z"
          fill="var(--stalled)"
        />
      )}
    </svg>
  );
}

const nameOf = (line: CheckLine): string => say(`check.lines.${line}.name`);
