import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { KeptRecording } from '../../../electron/ipc/recording-requests';
import { messageOf } from '../../../model/message-of';
import { say } from '../../ui/words';
import { recordingToFile } from './record-to-file';

/** What a crash left of a recording, until the person has decided about it; null when there is nothing to decide. */
export const leftRecording = createStore<{ left: KeptRecording | null }>()(() => ({ left: null }));

/** The same for React. */
export function useLeftRecording(): KeptRecording | null {
  return useStore(leftRecording, ({ left }) => left);
}

/** Asks main whether the app ended in the middle of a recording; it is told of once. */
export async function askForLeftRecording(): Promise<void> {
  leftRecording.setState({ left: await window.bufferscope.request('recording:left') });
}

/** Leaves it where it is; it is not offered again. */
export const leaveLeftRecording = (): void => leftRecording.setState({ left: null });

/** Finishes it as a file, or deletes it, and says what became of it. */
export async function settleLeftRecording(keep: boolean): Promise<void> {
  leaveLeftRecording();
  try {
    const kept = await window.bufferscope.request('recording:settle-left', { keep });
    if (kept) recordingToFile.setState({ kept });
    else if (keep) recordingToFile.setState({ problem: say('keepLeft.nothing') });
  } catch (error) {
    recordingToFile.setState({ problem: messageOf(error) });
  }
}
