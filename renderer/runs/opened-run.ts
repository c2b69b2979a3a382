import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OpenedRun } from '../../electron/ipc/contract';
import type { RecordedRun } from '../../model/run/recorded-run';
import { rooms } from '../window/rooms';
import type { RecordedPictures } from './recorded-pictures';

/** A run log that has been opened, as it is drawn. */
export interface DrawnRun {
  path: string;
  run: RecordedRun;
  /** Null when the media file is gone, has changed, or holds no picture. */
  pictures: RecordedPictures | null;
}

interface OpenedState {
  opened: DrawnRun | null;
  /** Why the last log could not be opened, one sentence. */
  problem: string | null;
}

const openedRun = createStore<OpenedState>()(() => ({ opened: null, problem: null }));

/** A part of what has been opened, for React. */
export function useOpenedRun<T>(select: (state: OpenedState) => T): T {
  return useStore(openedRun, select);
}

/** Asks for a run log and shows it. */
export async function chooseRun(): Promise<void> {
  await show(await window.bufferscope.request('runs:choose'));
}

/** Shows the run log that the command line names, if it names one. */
export async function openNamedRun(): Promise<void> {
  await show(await window.bufferscope.request('runs:initial'));
}

/** What was open stays when another cannot be opened. */
async function show(result: OpenedRun | null): Promise<void> {
  if (!result) return;
  if (result.ok) {
    // A window that opens no log needs none of this.
    const [recorded, shown] = await Promise.all([
      import('../../model/run/recorded-run'),
      import('./recorded-pictures'),
    ]);
    openedRun.getState().opened?.pictures?.dispose();
    const run = new recorded.RecordedRun(result.log);
    const { mediaUrl, path } = result;
    const pictures =
      mediaUrl !== null && run.plan.media.hasVideo
        ? new shown.RecordedPictures(run, mediaUrl)
        : null;
    openedRun.setState({ opened: { path, run, pictures }, problem: null });
  } else {
    openedRun.setState({ problem: result.message });
  }
  rooms.getState().go('runs');
}
