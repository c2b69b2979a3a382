import { useCallback, useDeferredValue, useMemo, useRef, type RefObject } from 'react';
import type { RunSummary } from '../../../model/runs/summary';
import { CameraLight } from '../../camera/recording-indicator';
import { rooms } from '../../window/rooms';
import { Choice } from '../../ui/choice';
import { SearchIcon } from '../../ui/icons';
import { inLanguage, say, useLanguage } from '../../ui/words';
import { MarkedRun } from '../two/marked-run';
import { library, SORTS, undoDelete, useLibrary } from '../library';
import { importRun } from '../opened-run';
import { Problem } from '../problem';
import { moveCurrent, openCurrent, useListKeys } from './list-keys';
import { RunList } from './run-list';
import { nameOf } from './run-words';
import { shownRuns } from './shown-runs';

/** Page Up and Down move so many rows. */
const PAGE = 10;

/** All kept runs: found, ordered, opened. */
export function ListPage() {
  const search = useRef<HTMLInputElement>(null);
  const searchField = useCallback(() => search.current, []);
  const runs = useLibrary((s) => s.runs);
  const query = useDeferredValue(useLibrary((s) => s.query));
  const sort = useLibrary((s) => s.sort);
  const loaded = useLibrary((s) => s.loaded);
  const language = useLanguage();
  const shown = useMemo(
    () => inLanguage(language, () => shownRuns(runs, { query, sort })),
    [runs, query, sort, language],
  );
  useListKeys({ shown, page: PAGE, search: searchField });
  const counted = query === '' ? 'runs.kept' : 'runs.found';
  return (
    <>
      <header className="topbar">
        <h1>{say('runs.title')}</h1>
        <span className="chip">{say(counted, { count: runs.length, found: shown.length })}</span>
        <span className="grow" />
        <CameraLight />
        <SearchField field={search} shown={shown} />
        <span className="small runs-sort">{say('runs.sortBy')}</span>
        <Choice
          label={say('runs.sortBy')}
          value={sort}
          options={SORTS.map((value) => ({ value, label: say(`runs.sorts.${value}`) }))}
          onChange={(chosen) => library.setState({ sort: chosen })}
        />
        <button className="btn" onClick={() => void importRun()}>
          {say('runs.import')} <kbd>I</kbd>
        </button>
      </header>
      <div className="runs-body">
        <Said />
        {shown.length > 0 && <RunList shown={shown} />}
        {shown.length === 0 &&
          (loaded ? <Nothing query={query} /> : <p className="runs-none">{say('runs.loading')}</p>)}
        <Foot />
      </div>
    </>
  );
}

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  shown: readonly RunSummary[];
}

/** Looks for runs at every key; the list is walked through and opened from here, and Esc leaves. */
function SearchField({ field, shown }: SearchFieldProps) {
  const query = useLibrary((s) => s.query);
  return (
    <label className="runs-search">
      <SearchIcon />
      <input
        ref={field}
        type="search"
        value={query}
        placeholder={say('runs.search')}
        aria-label={say('runs.search')}
        onChange={({ target }) => library.setState({ query: target.value, current: null })}
        onKeyDown={(event) => {
          // Home and End are the text's own.
          const moves = /^(Arrow(Up|Down)|Page)/.test(event.key);
          if (event.key === 'Enter') openCurrent(shown);
          else if (event.key === 'Escape') leaveSearch(event.currentTarget);
          else if (!moves || !moveCurrent(event.key, shown, PAGE)) return;
          event.preventDefault();
        }}
      />
      <kbd>/</kbd>
    </label>
  );
}

function leaveSearch(field: HTMLInputElement): void {
  library.setState({ query: '' });
  field.blur();
}

/** What was just deleted, what could not be done, and what in the folder is no run. */
function Said() {
  const told = useLibrary((s) => s.told);
  const last = useLibrary((s) => s.deleted.at(-1));
  const broken = useLibrary((s) => s.broken);
  const [first] = broken;
  return (
    <>
      <Problem />
      <MarkedRun />
      {told && last?.[0] && (
        <p className="runs-said" role="status">
          <span>{say('runs.deleted', { count: last.length, name: nameOf(last[0]) })}</span>
          <button className="btn" onClick={() => void undoDelete()}>
            {say('runs.undo')} <kbd>Ctrl+Z</kbd>
          </button>
          <button className="btn bare" onClick={() => library.setState({ told: false })}>
            {say('runs.close')}
          </button>
        </p>
      )}
      {first && (
        <p className="runs-said small">
          {say('runs.notRuns', { count: broken.length, message: first.message })}
        </p>
      )}
    </>
  );
}

function Nothing({ query }: { query: string }) {
  const anything = useLibrary((s) => s.runs.length > 0);
  if (anything) {
    return (
      <div className="runs-none">
        <p>{say('runs.nothingFound', { query })}</p>
        <button className="btn" onClick={() => library.setState({ query: '' })}>
          {say('runs.clearSearch')} <kbd>Esc</kbd>
        </button>
      </div>
    );
  }
  return (
    <div className="runs-none">
      <p>{say('runs.empty')}</p>
      <button className="btn primary" onClick={() => rooms.getState().go('compare')}>
        {say('runs.toCompare')} <kbd>Ctrl+1</kbd>
      </button>
    </div>
  );
}

const KEYS = [
  ['↑ ↓', 'move'],
  ['Enter', 'open'],
  ['C', 'compare'],
  ['P', 'pin'],
  ['F2', 'rename'],
  ['Del', 'delete'],
  ['E', 'export'],
  ['Ctrl+Z', 'undo'],
] as const;

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

/** The keys of the list, where there is one, and how full its folder is. */
function Foot() {
  const anything = useLibrary((s) => s.runs.length > 0);
  const bytes = useLibrary((s) => s.bytes);
  const capBytes = useLibrary((s) => s.capBytes);
  return (
    <footer className="runs-foot">
      {(anything ? KEYS : []).map(([caps, what]) => (
        <span key={caps}>
          {caps.split(' ').map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}{' '}
          {say(`runs.keys.${what}`)}
        </span>
      ))}
      <span className="grow" />
      {capBytes > 0 && (
        <>
          <span className="runs-full">
            {say('runs.full', { cap: `${gigabytes(capBytes)} GB` })}
          </span>
          <progress max={capBytes} value={Math.min(bytes, capBytes)} aria-hidden="true" />
          <b>{say('runs.size', { used: gigabytes(bytes), cap: `${gigabytes(capBytes)} GB` })}</b>
        </>
      )}
    </footer>
  );
}
