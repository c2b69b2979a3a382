import type { Capture } from '../../camera/shared-captures';

/** At most 20 frames a second: as many as move, at a quarter less work than the 25 of a film, ms. */
const EVERY_MS = 50;

/** 640x360 of our own picture are then 13 kB, and no edge of it looks torn. */
const QUALITY = 0.8;

export interface CameraFramesParts {
  capture: Capture;
  /** Sends a JPEG and returns the number that it went under. */
  send: (jpeg: Uint8Array<ArrayBuffer>) => number;
  /** No more frames will come. */
  failed: (reason: unknown) => void;
}

/** Frames of one capture: each is made when the one before has been taken, and never sooner than it is due. */
export class CameraFrames {
  #under: number | null = null;
  /** When the next frame is due. */
  #dueMs = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  #stopListening = (): void => undefined;

  constructor(private readonly parts: CameraFramesParts) {
    this.#stopListening = parts.capture.onGone((problem) => this.#fail(problem));
    void this.#make();
  }

  /** The frame of this number has been taken; a number that is not of the last frame counts for nothing. */
  taken(id: number): void {
    if (id !== this.#under || this.#over) return;
    this.#under = null;
    const waitMs = Math.max(0, this.#dueMs - performance.now());
    this.#timer = setTimeout(() => void this.#make(), waitMs);
  }

  /** Gives the capture back. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#stopListening();
    this.parts.capture.close();
  }

  async #make(): Promise<void> {
    if (this.#over) return;
    // One that is late by less than its time does not put off all that follow.
    this.#dueMs = Math.max(this.#dueMs + EVERY_MS, performance.now());
    try {
      const jpeg = await this.parts.capture.jpeg(QUALITY);
      if (!this.#over) this.#under = this.parts.send(jpeg);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(reason: unknown): void {
    if (this.#over) return;
    this.end();
    this.parts.failed(reason);
  }
}
