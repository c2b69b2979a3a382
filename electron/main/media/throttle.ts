import type { MediaProgress } from '../../../model/media/types';

/** Progress goes to the window at most once in this many milliseconds. */
const APART_MS = 100;

/** Lets through the first progress of each step, then one every 100 ms; the last of a step may be dropped. */
export function throttled(
  send: (progress: MediaProgress) => void,
  nowMs: () => number = () => performance.now(),
): (progress: MediaProgress) => void {
  let lastStep: string | null = null;
  let lastMs = 0;
  return (progress) => {
    const now = nowMs();
    if (progress.step === lastStep && now - lastMs < APART_MS) return;
    lastStep = progress.step;
    lastMs = now;
    send(progress);
  };
}
