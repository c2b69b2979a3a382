import { join } from 'node:path';
import { powerSaveBlocker, type BrowserWindow } from 'electron';
import { notify } from '../notify';
import { askBeforeQuit } from './ask-before-quit';
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
  askBeforeQuit(window, queue);
  const unfinished = new UnfinishedVideos(journal, queue, () => import('../video/broken-off'));
  return { queue, unfinished, pace };
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
