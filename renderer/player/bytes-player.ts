import { ClientBuffer } from './client-buffer';
import type { LanePlayer, LanePlayerEvents } from './lane-player';
import { TextTail } from './text-tail';

/** What a consumer of bytes needs to know. */
export interface BytesPlayerOptions {
  /** Bytes consumed per second of the run's clock. */
  consumeRate: number;
  /** The source is text, to be shown as it is consumed. */
  isText: boolean;
  /** The run's clock, ms. */
  nowMs(): number;
}

/** Consumes text or bytes at a steady rate on the run's clock, as a player consumes media. */
export class BytesPlayer implements LanePlayer {
  readonly element = null;
  readonly live = null;
  readonly #options: BytesPlayerOptions;
  readonly #events: Pick<LanePlayerEvents, 'changed' | 'given'>;
  readonly #client = new ClientBuffer();
  #tail: TextTail | null = null;
  #received = 0;
  #consumed = 0;
  #complete = false;
  /** Since when it consumes, and from where; null while it stands. */
  #since: { ms: number; bytes: number } | null = null;
  #shownBytes: number | null = null;

  constructor(options: BytesPlayerOptions, events: Pick<LanePlayerEvents, 'changed' | 'given'>) {
    this.#options = options;
    this.#events = events;
  }

  get positionS(): number {
    return this.#advance() / this.#options.consumeRate;
  }

  get playableS(): number {
    return (this.#received - this.#advance()) / this.#options.consumeRate;
  }

  /** Whatever has been received can be consumed. */
  get waitingBytes(): number {
    return 0;
  }

  get atEnd(): boolean {
    return this.#complete && this.#advance() >= this.#received;
  }

  append(bytes: Uint8Array<ArrayBuffer>): void {
    // While it was dry it stood still: time goes on from here.
    if (this.#advance() >= this.#received && this.#since) this.play();
    if (this.#options.isText) this.#tail ??= new TextTail(bytes);
    this.#client.push(bytes);
    this.#received += bytes.length;
    this.#events.given(bytes);
    this.#events.changed();
  }

  complete(): void {
    this.#complete = true;
    this.#events.changed();
  }

  play(): void {
    this.#since = { ms: this.#options.nowMs(), bytes: this.#consumed };
  }

  pause(): void {
    this.#advance();
    this.#since = null;
  }

  /** The run's clock has the speed in it already. */
  setRate(): void {}

  /** Bytes make no sound. */
  setVolume(): void {}

  showAt(seconds: number): void {
    this.#shownBytes = seconds * this.#options.consumeRate;
  }

  backToNow(): void {
    this.#shownBytes = null;
  }

  text(): string | null {
    if (!this.#options.isText) return null;
    return this.#tail?.upTo(this.#shownBytes ?? this.#advance()) ?? '';
  }

  dispose(): void {
    this.pause();
    this.#client.clear();
  }

  /** Consumes what is due by now; returns the bytes consumed in all (not whole: consumption is even). */
  #advance(): number {
    if (!this.#since) return this.#consumed;
    const { ms, bytes } = this.#since;
    const due = bytes + ((this.#options.nowMs() - ms) / 1000) * this.#options.consumeRate;
    const whole = Math.floor(this.#consumed);
    this.#consumed = Math.min(this.#received, Math.max(this.#consumed, due));
    const count = Math.floor(this.#consumed) - whole;
    if (count > 0) {
      this.#tail?.push(this.#client.peek(count));
      this.#client.drop(count);
    }
    return this.#consumed;
  }
}
