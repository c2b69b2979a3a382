import { countFigure, largeSize, roughTime, secondsFigure } from '../../model/figures';
import type { QueuedVideo } from '../../electron/ipc/video-queue-requests';
import { foreseeVideo, paceOf, stretchOf } from '../../model/video/foresee';
import { say } from '../ui/words';

/** The name of a file, and that of the folder it is in. */
export function placeOf(file: string): { name: string; folder: string } {
  const [name = file, folder = ''] = file.split(/[\\/]/).toReversed();
  return { name, folder };
}

/** "60 %" of so many. */
export const percentOf = (part: number, whole: number): string =>
  `${String(Math.floor((100 * part) / Math.max(1, whole)))} %`;

/** The length of a video as it was asked for, ms. */
export function lengthOf({ options, subject }: QueuedVideo): number {
  const { fromMs, toMs } = stretchOf(options, subject.lengthMs);
  return toMs - fromMs;
}

/** Frames of a video as it was asked for. */
export const framesOf = (video: QueuedVideo): number =>
  Math.round((lengthOf(video) * video.options.fps) / 1000);

/** "1920 × 1080, 30 frames a second, MP4". */
export const videoFacts = ({ options: { size, fps, format } }: QueuedVideo): string =>
  say('videoExport.page.facts', {
    ...{ size: size.replace('x', ' × '), fps },
    format: say(`videoExport.formats.${format}`),
  });

/** What is known of a video in the queue's list, one line. */
export function queueLine(video: QueuedVideo): string {
  const { state, options } = video;
  const length = secondsFigure(lengthOf(video));
  const { fromMs } = stretchOf(options, video.subject.lengthMs);
  switch (state.is) {
    case 'running': {
      const at = secondsFigure(Math.max(0, (state.progress?.runMs ?? fromMs) - fromMs));
      return say('videoExport.queue.position', { at, length });
    }
    case 'waiting':
      return say('videoExport.queue.facts', { length, size: options.size.replace('x', ' × ') });
    case 'failed':
      return say('videoExport.queue.failed');
    case 'done': {
      const { durationMs, bytes } = state.result;
      const size = largeSize(bytes);
      const { folder } = placeOf(video.file);
      const gaps = { length: secondsFigure(durationMs), size, folder };
      return say('videoExport.queue.doneFacts', gaps);
    }
  }
}

/** What stands over the page: what is so, and what else is to be known of it. */
export function pageWords(video: QueuedVideo, busy: boolean): { lead: string; rest: string } {
  const word = (key: string, gaps: Record<string, string> = {}): string =>
    say(`videoExport.page.${key}`, gaps);
  const { state } = video;
  switch (state.is) {
    case 'running': {
      const { progress, ending } = state;
      if (ending) return { lead: word('ending'), rest: '' };
      if (!progress) return { lead: word('first'), rest: word('usable') };
      const frame = countFigure(progress.frame);
      const lead = word('running', { frame, frames: countFigure(progress.frames) });
      const { leftMs } = progress;
      const left = leftMs === null ? '' : word('left', { left: roughTime(leftMs) });
      return { lead, rest: [left, word('usable')].filter(Boolean).join(' ') };
    }
    case 'waiting':
      return { lead: word('waiting'), rest: '' };
    case 'failed':
      return { lead: word('failed'), rest: state.message };
    case 'done': {
      const next = busy ? word('next') : '';
      if (state.early !== null)
        return { lead: word('early'), rest: [state.early, next].filter(Boolean).join(' ') };
      const all = word('all', { frames: countFigure(framesOf(video)) });
      return { lead: word('ready'), rest: [all, next].filter(Boolean).join(' ') };
    }
  }
}

/** How long all that is to be drawn takes at the pace of what is drawn now, ms; null while nothing says. */
export function allLeftMs(all: readonly QueuedVideo[]): number | null {
  const running = all.find(({ state }) => state.is === 'running');
  const progress = running?.state.is === 'running' ? running.state.progress : null;
  if (!running || !progress || progress.leftMs === null) return null;
  const paceMs = paceOf(running.options, progress.framesPerSecond, 1000);
  if (paceMs === null) return null;
  return all
    .filter(({ state }) => state.is === 'waiting')
    .map(({ options, subject }) => foreseeVideo(options, subject.lengthMs, paceMs).takesMs)
    .reduce((sum, takesMs) => sum + takesMs, progress.leftMs);
}

/** What the rail says of the videos: how far the one that is made is, or what has become of the last; null for none. */
export function railWord({ videos }: { videos: readonly QueuedVideo[] }): string | null {
  const running = videos.find(({ state }) => state.is === 'running');
  if (running?.state.is === 'running') {
    const { progress } = running.state;
    return percentOf(progress?.frame ?? 0, progress?.frames ?? 1);
  }
  const last = videos.at(-1)?.state.is;
  if (last === undefined) return null;
  return say(`videoExport.rail.${last === 'failed' ? 'failed' : 'ready'}`);
}
