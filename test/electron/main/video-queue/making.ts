import { writeFileSync } from 'node:fs';
import type { VideoOutcome, VideoProgress } from '../../../../electron/ipc/video';
import type { makeVideo } from '../../../../electron/main/video/make-video';
import type { VideoJob, VideoWatcher } from '../../../../electron/main/video/video-job';

/** A video that the queue has begun; the test says what becomes of it. */
export interface Begun {
  job: VideoJob;
  watcher: VideoWatcher;
  finish: (outcome?: VideoOutcome) => void;
  fail: (error: Error) => void;
}

const FRAMES = 100;

/** What stands in for the drawing: writes a file where it is told to, at once, and ends when the test says so. */
export function making(): { make: typeof makeVideo; begun: Begun[] } {
  const begun: Begun[] = [];
  const make: typeof makeVideo = (job, watcher) =>
    new Promise((resolve, reject) => {
      watcher.signal.throwIfAborted();
      watcher.onProgress(progressOf(10));
      const result = { file: job.file, bytes: 7, durationMs: 3000, beside: [] };
      watcher.signal.addEventListener('abort', () => {
        if (watcher.signal.reason === 'delete') return resolve({ ended: 'deleted' });
        writeFileSync(job.file, 'partial');
        resolve({ ended: 'kept', result, message: 'It was stopped.' });
      });
      begun.push({
        ...{ job, watcher },
        finish: (outcome) => {
          writeFileSync(job.file, 'a video');
          watcher.onProgress(progressOf(FRAMES));
          resolve(outcome ?? { ended: 'whole', result });
        },
        fail: reject,
      });
    });
  return { make, begun };
}

const progressOf = (frame: number): VideoProgress => ({
  ...{ frame, frames: FRAMES, framesPerSecond: 10 },
  ...{ leftMs: (FRAMES - frame) * 100, bytes: frame * 10, runMs: frame * 33 },
});
