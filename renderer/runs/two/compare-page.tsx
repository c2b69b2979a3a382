import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { LANES } from '../../../model/delivery/types';
import { secondsFigure } from '../../../model/figures';
import { SIDES, type Side } from '../../../model/runs/two/differences';
import { sideWord, verdictWords } from '../../../model/runs/two/two-words';
import { SharedReading } from '../../charts/reading';
import { hueOf } from '../../ui/lane-style';
import { BackIcon } from '../../ui/icons';
import { useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { say } from '../../ui/words';
import { titleOf, whenWords } from '../list/run-words';
import { Problem } from '../problem';
import { useRunAgain } from '../run-again';
import { PairRow } from './pair-row';
import { ReadAloud } from './read-aloud';
import { firstMs, mostOf, PAIR_CHARTS, pairTime, shownPart } from './pair-scale';
import { useTwoKeys } from './two-keys';
import { TwoSettings } from './two-settings';
import { closeTwo, exportTwo, swapTwo, useTwo, type OpenedSide, type Pair } from './two-store';
import { WORDS } from './words';
import './compare-two.css';

/** Two kept runs beside each other, or why they cannot be. */
export function ComparePage() {
  const shown = useTwo((s) => s.shown);
  if (shown?.is === 'pair') {
    return (
      <SharedReading>
        <PairPage runs={shown.runs} two={shown.two} />
      </SharedReading>
    );
  }
  return <NoPair problems={shown?.is === 'failed' ? shown.problems : []} />;
}

const BACK: readonly KeyBinding[] = [{ key: 'Escape', help: 'toList', act: closeTwo }];

/** They are being read, or one of them is gone or broken. */
function NoPair({ problems }: { problems: readonly string[] }) {
  useKeyBindings('room', BACK);
  return (
    <>
      <header className="topbar">
        <BackButton />
        <h1>{say('twoRuns.title')}</h1>
      </header>
      <div className="runs-body" role={problems.length > 0 ? 'alert' : 'status'}>
        {problems.length === 0 && <p className="runs-none">{say('twoRuns.loading')}</p>}
        {problems.map((problem) => (
          <p className="runs-none" key={problem}>
            <b className="bad">{problem}</b>
          </p>
        ))}
      </div>
    </>
  );
}

const BackButton = () => (
  <button className="btn bare" onClick={closeTwo}>
    <BackIcon /> {say('runs.back')} <kbd>Esc</kbd>
  </button>
);

function PairPage({ runs, two }: Pair) {
  const { again, question } = useRunAgain();
  const repeat = useCallback(
    (side: Side) => again({ log: runs[side].log, token: runs[side].pictures }),
    [again, runs],
  );
  const wholeMs = Math.max(runs.a.log.lengthMs, runs.b.log.lengthMs);
  const beginMs = firstMs(two, wholeMs);
  const [asked, setAsked] = useState(false);
  const toggle = useCallback(() => setAsked((now) => !now), []);
  const time = useMemo(() => pairTime(asked ? wholeMs : beginMs), [asked, wholeMs, beginMs]);
  useTwoKeys({ endS: time.end, again: repeat, whole: toggle });
  return (
    <>
      <header className="topbar two-bar">
        <BackButton />
        <h1>{say('twoRuns.title')}</h1>
        {SIDES.map((side) => (
          <RunChip key={side} side={side} run={runs[side]} />
        ))}
        <button className="btn bare two-swap" onClick={swapTwo}>
          {say('twoRuns.swap')} <kbd>X</kbd>
        </button>
        <button className="btn" onClick={() => void exportTwo()}>
          {say('twoRuns.export')} <kbd>E</kbd>
        </button>
      </header>
      <div className="two-body">
        <Verdict two={two} />
        <section className="panel pairs" aria-label={say('twoRuns.figures.title')}>
          <PairsHead>
            {beginMs < wholeMs && (
              <button className="btn bare two-whole" aria-pressed={asked} onClick={toggle}>
                {say('twoRuns.charts.whole')} <kbd>W</kbd>
              </button>
            )}
          </PairsHead>
          <Rows runs={runs} two={two} time={time} />
          <ReadAloud runs={runs} two={two} />
        </section>
        <TwoSettings runs={runs} settings={two.settings} again={repeat} />
      </div>
      {question}
    </>
  );
}

/** A run's letter, its line, what it is called and when it began. */
function RunChip({ side, run }: { side: Side; run: OpenedSide }) {
  const [openedMs] = useState(() => Date.now());
  const title = titleOf(run.name, run.log);
  const when = [
    whenWords(run.startedMs, openedMs),
    run.brokenOff && say('runs.brokenOff', { seconds: secondsFigure(run.log.lengthMs) }),
  ].filter(Boolean);
  return (
    <span className="chip two-chip" title={[title, ...when].join(', ')}>
      <span className="two-key">{sideWord(side, WORDS)}</span>
      <i
        className="two-line"
        data-side={side}
        style={{ borderColor: side === 'a' ? hueOf('buffering') : undefined }}
      />
      <b>{title}</b>
      <span>{when.join(' · ')}</span>
    </span>
  );
}

/** The first event in which they differ, and all that has to be known besides. */
function Verdict({ two }: Pick<Pair, 'two'>) {
  const exported = useTwo((s) => s.exported);
  const { lead, rest } = verdictWords(two, WORDS);
  const outages = two.outagesDiffer ? [say('twoRuns.outages')] : [];
  const written = exported === null ? [] : [say('twoRuns.exported', { path: exported })];
  return (
    <div className="two-said">
      <Problem />
      <p className="caption" role="status">
        <b>{lead}</b> {[...rest, ...outages, ...written].join(' ')}
      </p>
    </div>
  );
}

function PairsHead({ children }: { children: ReactNode }) {
  return (
    <div className="pairs-head">
      <span className="pairs-cols">
        <span>{say('twoRuns.figures.title')}</span>
        {SIDES.map((side) => (
          <b key={side}>{sideWord(side, WORDS)}</b>
        ))}
        <span>{say('twoRuns.less')}</span>
      </span>
      {PAIR_CHARTS.map((kind) => (
        <span key={kind}>
          <b>{say(`twoRuns.charts.${kind}`)}</b>{' '}
          {say(`twoRuns.charts.${kind === 'played' ? 'seconds' : 'mb'}`)}
          {kind === 'played' && children}
        </span>
      ))}
    </div>
  );
}

function Rows({ runs, two, time }: Pair & { time: ReturnType<typeof pairTime> }) {
  const { lanes, lone, outagesDiffer } = two;
  const { a, b } = runs;
  const outages = useMemo(() => {
    // Those of the run that went further; where they differ each has its own.
    const longer = a.log.lengthMs >= b.log.lengthMs ? a : b;
    if (!outagesDiffer) return { a: longer.log.link.outages, b: null };
    return { a: a.log.link.outages, b: b.log.link.outages };
  }, [a, b, outagesDiffer]);
  const most = useMemo(() => {
    const all = SIDES.flatMap((side) => runs[side].log.lanes).map((lane) =>
      shownPart(lane, time.end * 1000),
    );
    return { played: mostOf(all, 'played'), memory: mostOf(all, 'memory') };
  }, [runs, time]);
  const tallest = Math.max(...lanes.map(({ weight }) => weight));
  const tall = lanes.find(
    ({ weight, differences }) => differences.length > 0 && weight === tallest,
  );
  const rows = LANES.flatMap((method) =>
    [...lanes, ...lone].filter((lane) => lane.method === method),
  );
  return rows.map((lane, i) => (
    <LaneRow
      key={lane.method}
      {...{ runs, lane, most, outages, time }}
      tall={lane === tall}
      timed={i === rows.length - 1}
    />
  ));
}

function LaneRow(props: Omit<Parameters<typeof PairRow>[0], 'lanes'> & Pick<Pair, 'runs'>) {
  const { runs, ...row } = props;
  const { method } = row.lane;
  const lanes = useMemo(() => {
    const of = ({ log }: OpenedSide) => {
      const lane = log.lanes.find((each) => each.method === method);
      return lane ? { log: lane, lengthMs: log.lengthMs } : null;
    };
    return { a: of(runs.a), b: of(runs.b) };
  }, [runs, method]);
  return <PairRow {...row} lanes={lanes} />;
}
