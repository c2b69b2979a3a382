import type { Method } from '../../model/delivery/types';
import type { RecordedRun } from '../../model/run/recorded-run';
import type { RunPictures } from '../../model/run/run-view';

/** The pictures of a recorded run: its media file in one element a lane, sought to where that lane's playhead was. */
export class RecordedPictures implements RunPictures {
  readonly #run: RecordedRun;
  readonly #videos = new Map<Method, HTMLVideoElement>();
  readonly #stop: () => void;

  /** `url` is where the media file is served. */
  constructor(run: RecordedRun, url: string) {
    this.#run = run;
    for (const { method } of run.lanes) {
      const video = document.createElement('video');
      video.muted = true;
      video.preload = 'auto';
      video.src = url;
      this.#videos.set(method, video);
    }
    this.#stop = run.subscribe(() => this.#seek());
    this.#seek();
  }

  pictureOf(method: Method): HTMLElement | null {
    return this.#videos.get(method) ?? null;
  }

  textOf(): null {
    return null;
  }

  /** Lets go of the media file. */
  dispose(): void {
    this.#stop();
    for (const video of this.#videos.values()) {
      video.removeAttribute('src');
      video.load();
    }
  }

  #seek(): void {
    const shownMs = this.#run.shownMs();
    for (const lane of this.#run.lanes) {
      const video = this.#videos.get(lane.method);
      const { positionS } = lane.frameAt(shownMs);
      if (video && video.currentTime !== positionS) video.currentTime = positionS;
    }
  }
}
