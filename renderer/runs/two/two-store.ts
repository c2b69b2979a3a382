import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OpenedRun } from '../../../electron/ipc/runs-requests';
import { messageOf } from '../../../model/message-of';
import { compareTwo, type TwoRuns } from '../../../model/runs/two/compare-two';
import { SIDES, type Side } from '../../../model/runs/two/differences';
import { twoRunsJson } from '../../../model/runs/two/two-json';
import { sideWord } from '../../../model/runs/two/two-words';
import { say } from '../../ui/words';
import { titleOf } from '../list/run-words';
import { library } from '../library';
import { WORDS } from './words';

/** A run that is compared, as main has opened it. */
export type OpenedSide = Extract<OpenedRun, { ok: true }>;

/** Two runs, and all that is said of them. */
export interface Pair {
  runs: Readonly<Record<Side, OpenedSide>>;
  two: TwoRuns;
}

/** What stands in the place of the list; null leaves the list there. */
type Shown =
  null | { is: 'loading' } | { is: 'failed'; problems: string[] } | ({ is: 'pair' } & Pair);

interface TwoState {
  /** The run of the list that is one of two; null while none is. */
  marked: string | null;
  shown: Shown;
  /** Where the comparison was written to; null until it was. */
  exported: string | null;
}

const store = createStore<TwoState>()(() => ({ marked: null, shown: null, exported: null }));

/** A part of the comparison, for React. */
export function useTwo<T>(select: (state: TwoState) => T): T {
  return useStore(store, select);
}

/** Marks a run as one of two; a second one is compared with it, the same one is let go. */
export function markRun(id: string): void {
  const { marked } = store.getState();
  if (marked === id) return unmark();
  if (marked !== null && library.getState().runs.some((run) => run.id === marked)) {
    void openTwo(marked, id);
  } else store.setState({ marked: id });
}

/** No run is one of two. */
export const unmark = (): void => store.setState({ marked: null });

/** True while a run is one of two. */
export const isMarked = (): boolean => store.getState().marked !== null;

/** Opens two kept runs beside each other. */
async function openTwo(a: string, b: string): Promise<void> {
  const loading = { is: 'loading' } as const;
  store.setState({ marked: null, shown: loading, exported: null });
  const opened = await Promise.all([a, b].map(openedRun));
  // Whoever has gone back to the list meanwhile stays there.
  if (store.getState().shown !== loading) return;
  const [one, two] = opened;
  if (one?.ok && two?.ok) return show({ a: one, b: two });
  const problems = opened.flatMap((run, i) => {
    if (run.ok) return [];
    const side = sideWord(SIDES[i] ?? 'a', WORDS);
    return [say('twoRuns.cannot', { side, message: run.message })];
  });
  store.setState({ shown: { is: 'failed', problems } });
}

async function openedRun(id: string): Promise<OpenedRun> {
  try {
    return await window.bufferscope.request('runs:open', { id });
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

function show(runs: Pair['runs']): void {
  const two = compareTwo(runs.a.log, runs.b.log);
  store.setState({ shown: { is: 'pair', runs, two }, exported: null });
}

/** A becomes B, and B becomes A. */
export function swapTwo(): void {
  const { shown } = store.getState();
  if (shown?.is === 'pair') show({ a: shown.runs.b, b: shown.runs.a });
}

/** Goes back to the list. */
export const closeTwo = (): void => store.setState({ shown: null });

/** Asks where to, then writes the comparison as JSON. */
export async function exportTwo(): Promise<void> {
  const { shown } = store.getState();
  if (shown?.is !== 'pair') return;
  const { a, b } = shown.runs;
  const name = `${titleOf(a.name, a.log)}, ${titleOf(b.name, b.log)}`.slice(0, MAX_NAME_CHARS);
  const file = `${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}.json`;
  try {
    const text = twoRunsJson(shown.two, [a, b], WORDS);
    const path = await window.bufferscope.request('file:save-text', { name: file, text });
    if (path !== null) store.setState({ exported: path });
  } catch (error) {
    library.setState({ problem: say('runs.failed', { message: messageOf(error) }) });
  }
}

/** A file's name is no longer on most disks, less what it ends with. */
const MAX_NAME_CHARS = 100;
