import type { CameraProblem } from '../../../../renderer/camera/camera-problem';
import type { Capture } from '../../../../renderer/camera/shared-captures';

/** A capture that does what the test says. */
export class MadeCapture implements Capture {
  readonly name = 'Made';
  readonly real = true;
  readonly width = 640;
  readonly height = 360;
  readonly perSecond = 30;
  readonly turn = 0;
  closed = 0;
  /** Pictures that were asked for so far. */
  asked = 0;
  #gone = new Set<(problem: CameraProblem) => void>();

  get sound(): MediaStreamTrack {
    throw new Error('Nobody needs the sound for a feed.');
  }

  feed(): () => void {
    throw new Error('Nobody needs every picture for a feed.');
  }

  get listeners(): number {
    return this.#gone.size;
  }

  jpeg(): Promise<Uint8Array<ArrayBuffer>> {
    this.asked += 1;
    return Promise.resolve(new Uint8Array([this.asked]));
  }

  onGone(callback: (problem: CameraProblem) => void): () => void {
    this.#gone.add(callback);
    return () => this.#gone.delete(callback);
  }

  close(): void {
    this.closed += 1;
  }

  /** The device goes away by itself. */
  lose(problem: CameraProblem): void {
    for (const callback of [...this.#gone]) callback(problem);
  }
}
