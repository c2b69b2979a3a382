import { join } from 'node:path';
import { powerSaveBlocker, type BrowserWindow } from 'electron';
import { say } from '../../words';
import { notify } from '../notify';
import { WindowVideos } from '../window-video/window-videos';
import { askBeforeQuit, type QuitGuard } from './ask-before-quit';
import { UnfinishedVideos } from './unfinished-videos';
import type { Videos } from './video-handlers';
import { VideoJournal } from './video-journal';
import { VideoPace } from './video-pace';
import { VideoQueue } from './video-queue';

/** The videos of a window, remembered below a folder of the user's; what draws them is loaded with the first. */
export function videosOfWindow(window: BrowserWindow, folder: string): Videos {
  const journal = new VideoJournal(folder);
  const pace = new VideoPace(join(folder, 'pace.json'));
  const awake = new Awake();
  const queue: VideoQueue = new VideoQueue({
    ...{ journal, pace },
    make: async (job, watcher) => (await import('../video/make-video')).makeVideo(job, watcher),
    changed: (videos) => {
      notify(window, 'videos:changed', videos);
      awake.keep(queue.busy);
      if (!queue.busy && !window.isDestroyed()) window.setProgressBar(-1);
    },
    progress: (id, progress, goingMs) => {
      notify(window, 'videos:progress', { id, progress, goingMs });
      const share = progress.frame / Math.max(1, progress.frames);
      if (!window.isDestroyed()) window.setProgressBar(share);
    },
    drawn: (id, png) => notify(window, 'videos:drawn', { id, png: new Uint8Array(png) }),
  });
  const unfinished = new UnfinishedVideos(journal, queue, () => import('../video/broken-off'));
  const ofWindow = new WindowVideos({
    ...{ window, notes: journal.notes },
    takes: (path) => queue.takes(path),
    begun: async (job, watcher) =>
      (await import('../window-video/record-window')).recordWindow(job, watcher),
  });
  askBeforeQuit(window, [ofWindow, guardOf(queue)]);
  return { queue, unfinished, pace, ofWindow };
}

/** What is asked of whoever quits while a video is drawn. */
function guardOf(queue: VideoQueue): QuitGuard {
  return {
    busy: () => queue.busy,
    words: () => ({
      question: say('videoExport.quit.question'),
      detail: [
        say('videoExport.quit.detail'),
        queue.waiting > 0 ? say('videoExport.quit.waiting', { count: queue.waiting }) : '',
      ]
        .filter(Boolean)
        .join(' '),
      stay: say('videoExport.quit.stay'),
      leave: say('videoExport.quit.leave'),
    }),
    leave: () => queue.leave(),
  };
}

/** Keeps the computer from falling asleep while there is something to do. */
class Awake {
  #blocker: number | null = null;

  keep(busy: boolean): void {
    if (busy === (this.#blocker !== null)) return;
    if (this.#blocker === null) this.#blocker = powerSaveBlocker.start('prevent-app-suspension');
    else {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = null;
    }
  }
}
