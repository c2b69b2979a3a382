import { join } from 'node:path';
import { app } from 'electron';
import { secondsFigure, sizeFigure } from '../../../model/figures';
import { METHODS, type Method } from '../../../model/delivery/types';
import type { RunLog } from '../../../model/run/schema';
import { lengthOf } from '../../../model/video/frames';
import { USUAL_VIDEO, type VideoOptions } from '../../../model/video/options';
import { EXIT } from '../../flags/flag-value';
import type { VideoProgress } from '../../ipc/video';
import { stopSignal } from '../../stop-signal';
import { say } from '../../words';
import { checkedFrames } from '../video/check-job';
import { makeVideo, VideoError } from '../video/make-video';
import type { VideoRequest } from './video-flags';

/** Where the words of a video go. */
export interface VideoOutlet {
  print(line: string): void;
  complain(line: string): void;
  /** A line that is written over in place; null when nobody wants to know. */
  progress: ((line: string) => void) | null;
}

/** A run that is drawn. */
export interface DrawnRun {
  log: RunLog;
  title: string;
  /** The file of its camera's pictures, where they were kept; null for none. */
  pictures: string | null;
}

/** Draws a run as the command line asks, and tells how that goes; returns the exit code. */
export async function headlessVideo(
  { log, title, pictures }: DrawnRun,
  { file, options: asked, force }: VideoRequest,
  outlet: VideoOutlet,
): Promise<number> {
  const options: VideoOptions = { ...asked, sound: asked.sound ?? heardLane(log) };
  // Asked to end, it keeps what is drawn; asked twice, it ends at once, and what is written plays.
  const stop = stopSignal();
  const beganMs = performance.now();
  try {
    const { count } = checkedFrames(options, log.lengthMs);
    outlet.print(say('video.cli.begins', { frames: count, size: options.size, fps: options.fps }));
    const notes = join(app.getPath('userData'), 'videos');
    const outcome = await makeVideo(
      { log, title, file, options, force, notes, pictures },
      {
        signal: stop.signal,
        onProgress: (progress) => outlet.progress?.(progressWords(progress)),
        onBegin: ({ pictures: shown }) => {
          if (log.media.hasVideo && !shown) outlet.print(say(noPictures(log)));
        },
      },
    );
    if (outcome.ended === 'deleted') outlet.complain(say('video.cli.deleted'));
    else {
      const { file: made, bytes, durationMs, beside } = outcome.result;
      const drawn = durationMs / (lengthOf({ fps: options.fps, count: 1, fromMs: 0 }) || 1);
      const rate = (drawn / ((performance.now() - beganMs) / 1000)).toFixed(1);
      const gaps = { file: made, length: secondsFigure(durationMs), size: sizeFigure(bytes), rate };
      outlet.print(say('video.cli.wrote', gaps));
      if (beside.length > 0) outlet.print(say('video.cli.beside', { files: beside.join(', ') }));
      if (outcome.ended === 'kept') outlet.complain(outcome.message);
    }
    if (outcome.ended === 'whole') return EXIT.done;
    return stop.exitCode || EXIT.laneFailed;
  } catch (error) {
    if (!(error instanceof VideoError)) throw error;
    outlet.complain(error.message);
    return error.why === 'bad-range' ? EXIT.badArguments : EXIT.laneFailed;
  } finally {
    stop.release();
  }
}

/** Why the players of a run show no pictures, as the key of its words. */
const noPictures = ({ media }: RunLog): string =>
  media.kind === 'camera' ? 'video.cli.cameraNotKept' : 'video.cli.noPictures';

/** The lane that is heard when nothing is said of it: the usual one, or the last that the run has. */
function heardLane(log: RunLog): VideoOptions['sound'] {
  const has = (method: Method): boolean => log.lanes.some((lane) => lane.method === method);
  return (
    METHODS.find((method) => method === USUAL_VIDEO.sound && has(method)) ??
    METHODS.findLast(has) ??
    'none'
  );
}

function progressWords({ frame, frames, framesPerSecond, leftMs }: VideoProgress): string {
  const gaps = { frame, frames, percent: Math.floor((100 * frame) / frames) };
  if (leftMs === null) return say('video.cli.drawingSoon', gaps);
  const rate = framesPerSecond.toFixed(1);
  return say('video.cli.drawing', { ...gaps, rate, left: secondsFigure(leftMs) });
}
