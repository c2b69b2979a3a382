import type { FromReader, ToReader } from '../../electron/ipc/lane-port';
import type { LaneRules } from '../../model/delivery/types';
import { clockOffset, PINGS, type RoundTrip } from './clock-sync';
import type { RunClock } from './run-clock';
import { RunTimer } from './run-timer';

type Of<T extends FromReader['type']> = Extract<FromReader, { type: T }>;

/** Bytes that have arrived, or that are still on their way behind the latency of the link. */
export type Arrival = Omit<Of<'bytes'>, 'type'>;

/**
 * A port holds whatever is posted, so no more than this may be posted and not yet taken by the window, bytes:
 * eight chunks of 1 MB keep the way full (measured), and large chunks need one on the way behind another.
 */
const UNTAKEN_BYTES = 8_000_000;
const UNTAKEN_CHUNKS = 2;

/** What the window hears from a lane's reader. */
export interface ReaderPortEvents {
  ready(message: Of<'ready'>): void;
  /** Whole chunks have arrived, at their time. */
  arrived(arrival: Arrival): void;
  sample(message: Of<'sample'>): void;
  event(message: Of<'event'>): void;
  failed(message: Of<'failed'>): void;
  /** The reader's end of the port has gone. */
  closed(): void;
}

/** The window's end of a lane's port: orders to the reader, and its bytes, each at the time it arrives. */
export class ReaderPort {
  readonly #port: MessagePort;
  readonly #clock: RunClock;
  readonly #wallMs: () => number;
  readonly #events: ReaderPortEvents;
  readonly #underway: Arrival[] = [];
  readonly #timer: RunTimer;
  readonly #pings = new Map<number, (readerMs: number) => void>();
  readonly #untakenBytes: number;
  #offsetMs = 0;
  #wanted = 0;
  #granted = 0;
  #crossed = 0;

  constructor(
    port: MessagePort,
    { clock, wallMs, rules }: { clock: RunClock; wallMs: () => number; rules: LaneRules },
    events: ReaderPortEvents,
  ) {
    this.#port = port;
    this.#clock = clock;
    this.#wallMs = wallMs;
    this.#events = events;
    this.#untakenBytes = Math.max(UNTAKEN_BYTES, UNTAKEN_CHUNKS * rules.chunkBytes);
    this.#timer = new RunTimer(clock, () => this.#deliver());
    port.onmessage = ({ data }: MessageEvent<FromReader>) => this.#hear(data);
    port.addEventListener('close', this.#onClose);
  }

  /** Bytes in whole chunks that have crossed the link; some may still be under way. */
  get crossedBytes(): number {
    return this.#crossed;
  }

  /** Learns what the reader's clock reads. */
  async synchronise(): Promise<void> {
    const trips: RoundTrip[] = [];
    for (let id = 0; id < PINGS; id++) {
      const sentMs = this.#wallMs();
      const readerMs = await new Promise<number>((resolve) => {
        this.#pings.set(id, resolve);
        this.#tell({ type: 'ping', id });
      });
      trips.push({ sentMs, answeredMs: this.#wallMs(), readerMs });
    }
    this.#offsetMs = clockOffset(trips);
  }

  /** The run's clock reads runMs at the window's time wallMs and runs on at `speed` (0 stands). */
  setClock(runMs: number, wallMs: number, speed: number): void {
    this.#tell({ type: 'clock', runMs, atMs: wallMs + this.#offsetMs, speed });
  }

  /** Lets the reader send up to this many bytes in all, as fast as the window takes them. */
  grant(limitBytes: number): void {
    this.#wanted = Math.max(this.#wanted, limitBytes);
    this.#extend();
  }

  /** The hand cuts the link or joins it. */
  setCut(down: boolean, runMs: number): void {
    this.#tell({ type: 'cut', down, runMs });
  }

  /** The link has another rate, bytes per second, from runMs on. */
  setRate(rate: number, runMs: number): void {
    this.#tell({ type: 'rate', rate, runMs });
  }

  /** Of a camera: hands the reader the next of its frames. */
  give(data: Uint8Array<ArrayBuffer>): void {
    this.#tell({ type: 'frame', data });
  }

  /** Of a camera: no more frames will come. */
  endSource(): void {
    this.#tell({ type: 'source-end' });
  }

  /** Ends the reader and hears no more of it. */
  close(): void {
    this.#timer.dispose();
    this.#underway.length = 0;
    this.#tell({ type: 'close' });
    this.#port.onmessage = null;
    this.#port.removeEventListener('close', this.#onClose);
    this.#port.close();
  }

  readonly #onClose = (): void => this.#events.closed();

  /** Credit grows with what the window has taken, up to what was asked. */
  #extend(): void {
    const limitBytes = Math.min(this.#wanted, this.#crossed + this.#untakenBytes);
    if (limitBytes <= this.#granted) return;
    this.#granted = limitBytes;
    this.#tell({ type: 'credit', limitBytes });
  }

  #tell(message: ToReader): void {
    this.#port.postMessage(message);
  }

  #hear(message: FromReader): void {
    switch (message.type) {
      case 'ready':
        return this.#events.ready(message);
      case 'pong':
        return this.#pings.get(message.id)?.(message.atMs);
      case 'bytes':
        this.#crossed = message.offset + message.data.length;
        this.#underway.push(message);
        this.#extend();
        return this.#deliver();
      case 'sample':
        return this.#events.sample(message);
      case 'event':
        return this.#events.event(message);
      case 'failed':
        return this.#events.failed(message);
    }
  }

  /** Hands on what is due; a stream keeps its order, so what is behind a late chunk waits for it. */
  #deliver(): void {
    for (;;) {
      const [next] = this.#underway;
      if (!next) return;
      if (next.arriveMs > this.#clock.nowMs()) return this.#timer.set(next.arriveMs);
      this.#underway.shift();
      this.#events.arrived(next);
    }
  }
}

/** What a reader posted before it ended may be heard after its end has been reported: this long, ms. */
const EXIT_GRACE_MS = 100;

/** Waits for the last words of a reader process that has ended, of which the port and main tell independently. */
export class ExitGrace {
  /** Undefined while the reader lives; its exit code, or null as long as that is not known. */
  #code: number | null | undefined;

  /** `heardAll` is called once, with the exit code as far as it is known by then. */
  constructor(private readonly heardAll: (code: string) => void) {}

  /** It has ended, with this exit code when it is known. */
  ended(code: number | null): void {
    if (this.#code === undefined) {
      setTimeout(() => this.heardAll(String(this.#code ?? '?')), EXIT_GRACE_MS);
    }
    this.#code = code ?? this.#code ?? null;
  }
}
