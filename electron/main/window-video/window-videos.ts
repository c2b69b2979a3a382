import { basename } from 'node:path';
import { powerSaveBlocker, shell, type BrowserWindow } from 'electron';
import { messageOf } from '../../../model/message-of';
import type { Mark } from '../../../model/run/marks';
import type { Handlers } from '../../ipc/router';
import type {
  WINDOW_VIDEO_REQUESTS,
  WindowVideoProgress,
  WindowVideoResult,
} from '../../ipc/window-video-requests';
import { say } from '../../words';
import { notify } from '../notify';
import { askWhere, videoFolder } from '../video-queue/ask-where';
import type { QuitGuard } from '../video-queue/ask-before-quit';
import { playFile } from '../video-queue/play-file';
import { VideoPlaces } from '../video-queue/video-places';
import type { recordWindow } from './record-window';

/** Where a video of the window is to be. */
export interface WindowVideoPlace {
  /** Absolute. */
  file: string;
  format: 'mp4' | 'webm';
  force: boolean;
}

/** A place that the command line names, and who hears there how far the video is. */
export interface GivenVideo extends WindowVideoPlace {
  onProgress: (progress: WindowVideoProgress) => void;
}

interface Parts {
  window: BrowserWindow;
  /** The folder of the notes of videos. */
  notes: string;
  /** True for a path that another video is to have. */
  takes: (path: string) => boolean;
  begun: typeof recordWindow;
}

/** The video that is made now. */
interface Making {
  stop: AbortController;
  /** What came of it; null where nothing was to be kept. */
  over: Promise<WindowVideoResult | null>;
}

/** Videos of the window as it is shown, one at a time. */
export class WindowVideos implements QuitGuard {
  /** Where the next one is to be without anybody being asked, when the command line says so. */
  given: GivenVideo | null = null;
  readonly #parts: Parts;
  #making: Making | null = null;
  #marks: readonly Mark[] = [];
  #last: WindowVideoResult | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  busy(): boolean {
    return this.#making !== null;
  }

  /** The one that was made last; null before there is one. */
  get made(): WindowVideoResult | null {
    return this.#last;
  }

  words(): ReturnType<QuitGuard['words']> {
    return {
      question: say('windowVideo.quit.question'),
      detail: say('windowVideo.quit.detail'),
      stay: say('windowVideo.quit.stay'),
      leave: say('windowVideo.quit.leave'),
    };
  }

  /** Ends the one that is made and keeps what is there; for whom nobody can be told anything any more. */
  async leave(): Promise<void> {
    await this.end(true).catch((error: unknown) => console.error(String(error)));
  }

  readonly handlers: Pick<Handlers, keyof typeof WINDOW_VIDEO_REQUESTS> = {
    'window-video:begin': async ({ title }) => {
      if (this.#making) throw new Error(say('windowVideo.already'));
      const place = this.given ?? (await this.#askPlace(title));
      return place && this.#begin(title, place);
    },
    'window-video:marks': ({ marks }) => {
      this.#marks = marks;
      return undefined;
    },
    'window-video:end': ({ keep }) => this.end(keep),
    'window-video:show': () => {
      if (this.#last) shell.showItemInFolder(this.#last.file);
      return undefined;
    },
    'window-video:play': () => (this.#last ? playFile(this.#last.file) : ''),
  };

  async #askPlace(title: string): Promise<WindowVideoPlace | null> {
    const places = new VideoPlaces(this.#parts.takes);
    const proposed = places.of(await places.propose(videoFolder(), title, 'mp4'));
    const chosen = proposed && (await askWhere(this.#parts.window, proposed.path, 'mp4'));
    if (!chosen) return null;
    const place = places.of(await places.chosen(chosen, 'mp4'));
    return place ? { file: place.path, format: 'mp4', force: place.replaces } : null;
  }

  /** Begins one; settles with its first frame, or throws the sentence of why there is none. */
  #begin(title: string, place: WindowVideoPlace): Promise<{ file: string; beganMs: number }> {
    const { window, notes, begun } = this.#parts;
    const stop = new AbortController();
    const awake = powerSaveBlocker.start('prevent-display-sleep');
    this.#marks = [];
    let isBegun = false;
    return new Promise((resolve, reject) => {
      const over = begun(
        {
          page: window.webContents,
          title,
          notes,
          file: place.file,
          format: place.format,
          force: place.force,
        },
        {
          signal: stop.signal,
          onBegin: (beganMs) => {
            isBegun = true;
            resolve({ file: basename(place.file), beganMs });
          },
          onProgress: (progress) => {
            notify(window, 'window-video:progress', progress);
            this.given?.onProgress(progress);
          },
          marks: () => this.#marks,
        },
      ).finally(() => {
        powerSaveBlocker.stop(awake);
        this.#making = null;
      });
      this.#making = { stop, over };
      over.then(
        (result) => this.#over(stop.signal, result),
        (error: unknown) => {
          reject(error instanceof Error ? error : new Error(messageOf(error)));
          if (isBegun && !stop.signal.aborted)
            notify(window, 'window-video:ended', { problem: messageOf(error) });
        },
      );
    });
  }

  #over(stop: AbortSignal, result: WindowVideoResult | null): void {
    if (!result) return;
    this.#last = result;
    if (!stop.aborted) notify(this.#parts.window, 'window-video:ended', result);
  }

  /** Ends the one that is made, keeping what is there or not; null when there is none, or nothing was to be kept. */
  async end(keep: boolean): Promise<WindowVideoResult | null> {
    if (!this.#making) return null;
    const { stop, over } = this.#making;
    stop.abort(keep ? 'keep' : 'delete');
    return over;
  }
}
