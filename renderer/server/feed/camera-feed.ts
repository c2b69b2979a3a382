import type { ToServer } from '../../../electron/ipc/server-port';
import type { CameraChoice } from '../../../model/camera/types';
import type { Capture } from '../../camera/shared-captures';
import { say } from '../../ui/words';
import { CameraFrames } from './camera-frames';
import { messageOf } from '../../../model/message-of';

export interface CameraFeedParts {
  /** Turns a camera on; throws one sentence. */
  open: (choice: CameraChoice) => Promise<Capture>;
  send: (message: Extract<ToServer, { type: 'frame' | 'camera-gone' }>) => void;
  /** Told why no picture comes, one sentence, and with null that pictures come. */
  told: (problem: string | null) => void;
}

/** The camera on `/feed`: on while the server wants its pictures, and off at all other times. */
export class CameraFeed {
  #choice: CameraChoice | null = null;
  #wanted = false;
  #frames: CameraFrames | null = null;
  /** Counts up with everything that makes a camera that is being opened one too many. */
  #turn = 0;
  #lastId = 0;

  constructor(private readonly parts: CameraFeedParts) {}

  /** The camera to show; another one is changed to at once. */
  use(choice: CameraChoice | null): void {
    if (keyOf(choice) === keyOf(this.#choice)) return;
    this.#choice = choice;
    this.parts.told(null);
    if (this.#wanted) void this.#begin();
  }

  /** Whether someone looks. */
  want(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted) void this.#begin();
    else this.#end();
  }

  /** The server has taken the frame of this number. */
  taken(id: number): void {
    this.#frames?.taken(id);
  }

  async #begin(): Promise<void> {
    this.#end();
    const turn = this.#turn;
    const failed = (reason: unknown): void => {
      if (turn === this.#turn) this.#failed(reason);
    };
    try {
      const capture = await this.#open();
      if (turn !== this.#turn) return capture.close();
      this.parts.told(null);
      this.#frames = new CameraFrames({
        capture,
        send: (data) => this.#send(data),
        failed,
      });
    } catch (error) {
      failed(error);
    }
  }

  #open(): Promise<Capture> {
    if (!this.#choice) throw new Error(say('server.watch.noCamera'));
    return this.parts.open(this.#choice);
  }

  #send(data: Uint8Array<ArrayBuffer>): number {
    this.#lastId += 1;
    this.parts.send({ type: 'frame', id: this.#lastId, data });
    return this.#lastId;
  }

  #failed(reason: unknown): void {
    this.#frames = null;
    const detail = messageOf(reason);
    this.parts.told(detail);
    this.parts.send({ type: 'camera-gone', detail });
  }

  #end(): void {
    this.#turn += 1;
    this.#frames?.end();
    this.#frames = null;
  }
}

/** Equal for the same camera. */
function keyOf(choice: CameraChoice | null): string {
  return JSON.stringify(choice);
}
