import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { messageOf } from '../../../model/message-of';
import {
  USUAL_PICTURE,
  type ChartPicture,
  type ExportFormat,
} from '../../../model/runs/export-formats';
import { say } from '../../ui/words';
import { askVideo } from '../../video-export/ask-video';
import { tell } from '../../window/said';

interface ExportState {
  /** The run that is to be handed on, or was. */
  asked: { id: string; name: string };
  /** It is being asked as what. */
  open: boolean;
  /** As it was chosen last. */
  format: ExportFormat | 'video';
  picture: ChartPicture;
  /** Where to is being asked for, or a file is being written. */
  busy: boolean;
  /** Since when a file is being written, ms of the wall; null while none is. */
  writingSinceMs: number | null;
  /** Why the last one was not written, one sentence. */
  problem: string | null;
}

/** The export that is being chosen. */
export const exporting = createStore<ExportState>()(() => ({
  ...{
    asked: { id: '', name: '' },
    open: false,
    format: 'run',
    picture: USUAL_PICTURE,
    busy: false,
  },
  ...{ writingSinceMs: null, problem: null },
}));

/** A part of the export that is being chosen, for React. */
export function useExporting<T>(select: (state: ExportState) => T): T {
  return useStore(exporting, select);
}

/** Asks as what a kept run is to be handed on. */
export function askExport(id: string, name: string): void {
  exporting.setState({ asked: { id, name }, open: true, problem: null });
}

/** Leaves the run as it is; what is being written is written. */
export const leaveExport = (): void => exporting.setState({ open: false });

/** Asks where to, then writes the file; whoever dismisses that may choose again. A video is asked for on its own sheet. */
export async function writeExport(): Promise<void> {
  const { asked, open, format, picture, busy } = exporting.getState();
  if (!open || busy) return;
  if (format === 'video') {
    leaveExport();
    return askVideo(asked.name, { from: 'kept', id: asked.id });
  }
  exporting.setState({ problem: null, busy: true });
  const stop = window.bufferscope.on('runs:writing', () => {
    exporting.setState({ writingSinceMs: performance.now() });
  });
  try {
    const path = await window.bufferscope.request('runs:export', { ...asked, format, picture });
    if (path === null) return;
    tell(say('runs.exports.written', { path }));
    leaveExport();
  } catch (error) {
    exporting.setState({ problem: messageOf(error) });
  } finally {
    stop();
    exporting.setState({ writingSinceMs: null, busy: false });
  }
}
