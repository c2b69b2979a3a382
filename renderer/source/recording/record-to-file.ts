import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { kindsOf } from '../../../model/camera/recording-kind';
import { codecOfLive } from '../../../model/camera/types';
import type { LiveRun } from '../../live/types';
import { session } from '../../session/session';
import { FileRecorder, type RecordingState } from './file-recorder';
import { kindOf } from '../../../model/source/kinds';

/** Whether the camera's recording is kept as a file; only the keeper sets it. */
export const recordingToFile = createStore<RecordingState>()(() => ({
  state: 'off',
  path: null,
  bytes: 0,
  kept: null,
  problem: null,
}));

/** What a component needs of it. */
export function useRecordingToFile<T>(select: (now: RecordingState) => T): T {
  return useStore(recordingToFile, select);
}

const keeper = new FileRecorder({
  store: recordingToFile,
  request: (...asked) => window.bufferscope.request(...asked),
  kinds() {
    const { run, settings } = session.getState();
    return kindsOf(codecOfLive(run?.plan.settings.live ?? settings.live));
  },
});

/** Asks where to, then keeps the recording of the run that goes on, or of the one that comes next. */
export const beginRecording = (): Promise<void> => keeper.begin();

/** Ends the file. */
export const endRecording = (): Promise<void> => keeper.end();

/** Whoever was told has read it. */
export const dismissRecording = (): void => recordingToFile.setState({ kept: null, problem: null });

/** From now on the recordings of the session's runs can be kept; a file ends with its run. */
export function followRecordings(): void {
  let stop = (): void => undefined;
  const look = (run: LiveRun | null): void => {
    stop();
    const frames = run?.frames ?? null;
    void keeper.follow(frames);
    if (!run || !frames) return;
    stop = run.store.subscribe(({ phase }) => {
      // Its last frame comes once it has stopped.
      if (phase === 'ended') void frames.stop().then(() => keeper.end());
    });
  };
  session.subscribe(({ run, media }, before) => {
    // Between two runs of a camera there is none; a file may wait for the next.
    if (run !== before.run && (run || !kindOf(media).endless)) look(run);
    else if (media !== before.media && !kindOf(media).endless) look(null);
  });
}
