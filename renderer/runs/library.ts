import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RequestAnswer } from '../../electron/ipc/contract';
import { messageOf } from '../../model/message-of';
import type { Mark } from '../../model/run/marks';
import type { About } from '../../model/runs/kept-lines';
import type { RunSummary } from '../../model/runs/summary';
import { say } from '../ui/words';

/** How the list may be ordered. */
export const SORTS = ['date', 'name', 'delay', 'stalls'] as const;
export type Sort = (typeof SORTS)[number];

interface LibraryState extends RequestAnswer<'runs:list'> {
  /** False until the list has been read once. */
  loaded: boolean;
  query: string;
  sort: Sort;
  /** The run that keys work on; null for the first. */
  current: string | null;
  /** The run whose name is being written. */
  renaming: string | null;
  /** What was deleted, the newest last; each can be undone. */
  deleted: readonly (readonly RunSummary[])[];
  /** What has just been deleted is told. */
  told: boolean;
  /** Why something could not be done. */
  problem: string | null;
}

/** The kept runs of this window. */
export const library = createStore<LibraryState>()(() => ({
  ...{ runs: [], broken: [], bytes: 0, capBytes: 0, loaded: false, query: '', sort: 'date' },
  ...{ current: null, renaming: null, deleted: [], told: false, problem: null },
}));

/** A part of the kept runs, for React. */
export function useLibrary<T>(select: (state: LibraryState) => T): T {
  return useStore(library, select);
}

/** Reads the list anew. */
export async function refresh(): Promise<void> {
  try {
    library.setState({ ...(await window.bufferscope.request('runs:list')), loaded: true });
  } catch (error) {
    library.setState({ loaded: true, problem: say('runs.failed', { message: messageOf(error) }) });
  }
}

/** Names a run, or pins it; the list shows it at once. */
export function changeRun(id: string, about: About): Promise<void> {
  const runs = library
    .getState()
    .runs.map((run) =>
      run.id === id
        ? { ...run, name: about.name ?? run.name, pinned: about.pinned ?? run.pinned }
        : run,
    );
  library.setState({ runs });
  return attempt(() => window.bufferscope.request('runs:change', { id, about }));
}

/** Deletes a run; it can be brought back until the app ends. */
export function deleteRun(run: RunSummary): Promise<void> {
  const { runs, deleted } = library.getState();
  library.setState({ runs: runs.filter(({ id }) => id !== run.id) });
  return attempt(async () => {
    await window.bufferscope.request('runs:delete', { ids: [run.id] });
    library.setState({ deleted: [...deleted, [run]], told: true });
  });
}

/** Sets a note of a run, or takes it away again. */
export function keepNote(id: string, mark: Mark, gone: boolean): Promise<void> {
  return attempt(() => window.bufferscope.request('runs:note', { id, mark, gone }));
}

/** Brings back what was deleted last. */
export function undoDelete(): Promise<void> {
  const { deleted } = library.getState();
  const last = deleted.at(-1);
  if (!last) return Promise.resolve();
  return attempt(async () => {
    await window.bufferscope.request('runs:restore', { ids: last.map(({ id }) => id) });
    library.setState({ deleted: deleted.slice(0, -1), told: false, current: last[0]?.id ?? null });
  });
}

/** What fails is said, and the list shows what is so. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    library.setState({ problem: say('runs.failed', { message: messageOf(error) }) });
    await refresh();
  }
}
