import { useMemo } from 'react';
import type { RunSummary } from '../../../model/runs/summary';
import { useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { askExport } from '../export/export-store';
import { isMarked, markRun, unmark } from '../two/two-store';
import { changeRun, deleteRun, library, undoDelete } from '../library';
import { importRun, openRun } from '../opened-run';
import { nameOf } from './run-words';

/** Keys that move through a list, and those that the help names. */
const MOVES = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'] as const;
const TOLD: readonly string[] = ['ArrowUp', 'ArrowDown'];

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

/** The place of the current run among those shown, from 0. */
function currentAt(shown: readonly RunSummary[]): number {
  const { current } = library.getState();
  return Math.max(
    0,
    shown.findIndex(({ id }) => id === current),
  );
}

/** Makes another run the current one; true when the key moves. */
export function moveCurrent(key: string, shown: readonly RunSummary[], page: number): boolean {
  const to = movedTo(key, currentAt(shown), shown.length, page);
  if (to === null) return false;
  library.setState({ current: shown[to]?.id ?? null });
  return true;
}

/** Opens the current run. */
export function openCurrent(shown: readonly RunSummary[]): void {
  const run = shown[currentAt(shown)];
  if (run) void openRun(run.id);
}

/** The keys of the list while it is shown. */
export function useListKeys({ shown, page, search }: KeyedList): void {
  const bindings = useMemo((): readonly KeyBinding[] => {
    const withRun = (act: (run: RunSummary, at: number) => void) => (): void => {
      const at = currentAt(shown);
      const run = shown[at];
      if (run) act(run, at);
    };
    return [
      ...MOVES.map((key) => ({
        key,
        ...(TOLD.includes(key) && { help: 'list' }),
        leaves: ['typing', 'overlay', 'choice'] as const,
        repeats: true,
        act: () => void moveCurrent(key, shown, page),
      })),
      {
        key: 'Enter',
        help: 'openRun',
        leaves: ['typing', 'overlay', 'button', 'choice'],
        act: () => openCurrent(shown),
      },
      { key: '/', shift: 'any', help: 'search', act: () => search()?.focus() },
      {
        key: 'p',
        help: 'pin',
        act: withRun((run) => void changeRun(run.id, { pinned: !run.pinned })),
      },
      {
        key: 'F2',
        help: 'rename',
        act: withRun(({ id }) => library.setState({ current: id, renaming: id })),
      },
      { key: 'Delete', help: 'delete', act: withRun((run, at) => remove(run, shown, at)) },
      {
        key: 'z',
        mod: true,
        help: 'undo',
        leaves: ['typing', 'overlay'],
        act: () => void undoDelete(),
      },
      {
        key: 'e',
        help: 'exportRun',
        act: withRun((run) => askExport(run.id, nameOf(run))),
      },
      { key: 'c', help: 'compareTwo', act: withRun(({ id }) => markRun(id)) },
      { key: 'Escape', help: 'unmark', when: isMarked, act: unmark },
      { key: 'i', help: 'importRun', act: () => void importRun() },
    ];
  }, [shown, page, search]);
  useKeyBindings('room', bindings);
}

/** The next run takes the place of one that is deleted. */
function remove(run: RunSummary, shown: readonly RunSummary[], at: number): void {
  const next = shown[at + 1] ?? shown[at - 1];
  library.setState({ current: next?.id ?? null });
  void deleteRun(run);
}
