import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OpenedRun } from '../../electron/ipc/runs-requests';
import type { RecordedRun } from '../../model/run/recorded-run';
import { say } from '../ui/words';
import { rooms } from '../window/rooms';
import type { RecordedPictures } from './recorded-pictures';

/** A run that has been opened, as it is drawn. */
export interface DrawnRun extends Pick<
  Extract<OpenedRun, { ok: true }>,
  'id' | 'name' | 'startedMs' | 'brokenOff'
> {
  run: RecordedRun;
  /** By which main knows its media. */
  token: string;
  /** Null while they are looked for, and when the media file is gone, has changed, or holds no picture. */
  pictures: RecordedPictures | null;
}

interface OpenedState {
  opened: DrawnRun | null;
  /** Why the last run could not be opened, one sentence. */
  problem: string | null;
}

const openedRun = createStore<OpenedState>()(() => ({ opened: null, problem: null }));

/** A part of what has been opened, for React. */
export function useOpenedRun<T>(select: (state: OpenedState) => T): T {
  return useStore(openedRun, select);
}

/** Opens a kept run. */
export async function openRun(id: string): Promise<void> {
  await show(await window.bufferscope.request('runs:open', { id }));
}

/** Asks for a file, keeps its run and shows it. */
export async function importRun(): Promise<void> {
  await show(await window.bufferscope.request('runs:import'));
}

/** What the room takes when it is dropped on it: kept runs, reports of runs, and what may be taken for one. */
export const RUN_DROP = {
  takes: (name: string): boolean => /\.(bufferrun|json|har)$/i.test(name),
  open: (path: string): void => void importFile(path),
  words: (): string => say('runs.drop'),
};

/** Keeps the run of a file and shows it. */
export async function importFile(path: string): Promise<void> {
  await show(await window.bufferscope.request('runs:import-file', { path }));
}

/** Shows the run that the command line names, if it names one. */
export async function openNamedRun(): Promise<void> {
  await show(await window.bufferscope.request('runs:initial'));
}

/** Goes back to the list. */
export function closeRun(): void {
  openedRun.getState().opened?.pictures?.dispose();
  openedRun.setState({ opened: null });
}

/** Whoever was told has read it. */
export const dismissProblem = (): void => openedRun.setState({ problem: null });

/** What was open stays when another cannot be opened. */
async function show(result: OpenedRun | null): Promise<void> {
  if (!result) return;
  rooms.getState().go('runs');
  if (!result.ok) return openedRun.setState({ problem: result.message });
  // A window that opens no run needs none of this.
  const { RecordedRun: Recorded } = await import('../../model/run/recorded-run');
  closeRun();
  const { id, name, startedMs, brokenOff } = result;
  const run = new Recorded(result.log);
  const token = result.pictures;
  const drawn: DrawnRun = { id, name, startedMs, brokenOff, run, token, pictures: null };
  openedRun.setState({ opened: drawn, problem: null });
  await showPictures(drawn);
}

/** A verified file is read whole before it is shown, which a run does not wait for. */
async function showPictures(drawn: DrawnRun): Promise<void> {
  if (!drawn.run.plan.media.hasVideo) return;
  const [url, { RecordedPictures: Pictures }] = await Promise.all([
    window.bufferscope.request('runs:pictures', { pictures: drawn.token }),
    import('./recorded-pictures'),
  ]);
  const { opened } = openedRun.getState();
  if (url === null || opened?.run !== drawn.run) return;
  openedRun.setState({ opened: { ...opened, pictures: new Pictures(drawn.run, url) } });
}
