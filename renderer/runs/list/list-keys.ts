import { useEffect } from 'react';
import type { RunSummary } from '../../../model/runs/summary';
import { letterOf, pressOf } from '../../ui/key-press';
import { changeRun, deleteRun, library, undoDelete } from '../library';
import { importRun, openRun } from '../opened-run';

/** Where a key moves to in a list of so many rows, from 0; null when it moves nowhere. */
export function movedTo(key: string, at: number, count: number, page: number): number | null {
  const within = (to: number): number => Math.min(count - 1, Math.max(0, to));
  switch (key) {
    case 'ArrowUp':
      return within(at - 1);
    case 'ArrowDown':
      return within(at + 1);
    case 'PageUp':
      return within(at - page);
    case 'PageDown':
      return within(at + page);
    case 'Home':
      return within(0);
    case 'End':
      return within(count - 1);
    default:
      return null;
  }
}

/** What the keys of the list work on. */
interface KeyedList {
  shown: readonly RunSummary[];
  /** Rows that are on the page at once. */
  page: number;
  /** The field of the search. */
  search: () => HTMLInputElement | null;
}

/** Follows the keys of the list while it is shown; those of a field that is written in are its own. */
export function useListKeys(list: KeyedList): void {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (!obey(event, list)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [list]);
}

/** True when the key meant something here. */
function obey(event: KeyboardEvent, { shown, page, search }: KeyedList): boolean {
  const press = pressOf(event);
  const letter = letterOf(press);
  const { target, key } = press;
  if (target === 'overlay' || press.alt) return false;
  const inSearch = target === 'typing' && event.target === search();
  if (target === 'typing' && !inSearch) return false;
  if (press.command) {
    if (letter !== 'z' || inSearch) return false;
    void undoDelete();
    return true;
  }
  const { current } = library.getState();
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === current),
  );
  const run = shown[at];
  // In the search Home and End are the text's own.
  const to = inSearch && /^(Home|End)$/.test(key) ? null : movedTo(key, at, shown.length, page);
  if (to !== null && target !== 'choice') {
    library.setState({ current: shown[to]?.id ?? null });
    return true;
  }
  if (key === 'Enter' && run && (target === 'page' || inSearch)) {
    void openRun(run.id);
    return true;
  }
  if (inSearch) return key === 'Escape' ? leaveSearch(search()) : false;
  if (press.repeat) return false;
  if (key === '/') {
    search()?.focus();
    return true;
  }
  if (letter === 'i') {
    void importRun();
    return true;
  }
  if (!run) return false;
  if (key === 'F2') library.setState({ current: run.id, renaming: run.id });
  else if (key === 'Delete') void removed(run, shown, at);
  else if (letter === 'p') void changeRun(run.id, { pinned: !run.pinned });
  else return false;
  return true;
}

function leaveSearch(search: HTMLInputElement | null): true {
  library.setState({ query: '' });
  search?.blur();
  return true;
}

/** The next run takes the place of one that is deleted. */
function removed(run: RunSummary, shown: readonly RunSummary[], at: number): Promise<void> {
  const next = shown[at + 1] ?? shown[at - 1];
  library.setState({ current: next?.id ?? null });
  return deleteRun(run);
}
