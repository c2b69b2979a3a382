/** One who looks at the feed. */
export interface Viewer {
  /** The newest frame as it goes over the wire; who is still busy with an older one forgets what lies between. */
  offer(part: Buffer): void;
  /** No frames will come. */
  ended(): void;
}

export interface BroadcasterOptions {
  /** How long the source goes on after the last viewer has left, ms. */
  lingerMs: number;
  /** The last frame is sent again when nothing new came for this long, ms. */
  repeatMs: number;
  /** How long the source may take to its first frame, ms. */
  firstFrameMs: number;
  /** Before a source that ended is started again, ms. */
  restartMs: number;
  /** A source that ended more often than this within a minute is given up. */
  mostRestarts: number;
}

export const BROADCASTER_OPTIONS: BroadcasterOptions = {
  ...{ lingerMs: 10_000, repeatMs: 1000, firstFrameMs: 10_000, restartMs: 500, mostRestarts: 3 },
};

const MINUTE_MS = 60_000;

/** One source of pictures for every viewer: started by the first one, stopped some time after the last has left. */
export class FeedBroadcaster {
  readonly #viewers = new Set<Viewer>();
  #source: FrameSource | null = null;
  #stopping: Promise<unknown> = Promise.resolve();
  #last: Buffer | null = null;
  /** When the frames of the last second came, and when the source ended by itself, ms. */
  #frames: number[] = [];
  #ends: number[] = [];
  #linger: NodeJS.Timeout | undefined;
  #closed = false;
  #silence: NodeJS.Timeout | undefined;
  /** Until when the first frame must have come, or when the source is started again. */
  #patience: NodeJS.Timeout | undefined;

  constructor(
    private readonly make: () => FrameSource,
    private readonly options: BroadcasterOptions,
    private readonly log: (line: string) => void,
  ) {}

  get viewers(): number {
    return this.#viewers.size;
  }

  /** Whether the source runs. */
  get on(): boolean {
    return this.#source !== null;
  }

  /** Frames that came in the last second. */
  get fps(): number {
    this.#frames = within(this.#frames, 1000);
    return this.#frames.length;
  }

  join(viewer: Viewer): void {
    this.#viewers.add(viewer);
    clearTimeout(this.#linger);
    if (!this.#source) this.#start();
    else if (this.#last) viewer.offer(this.#last);
  }

  leave(viewer: Viewer): void {
    if (!this.#viewers.delete(viewer) || this.#viewers.size > 0 || this.#closed) return;
    this.#linger = setTimeout(() => this.#stop(), this.options.lingerMs);
  }

  /** Another source from now on: whoever looks already sees it next, and nothing of the one before. */
  renew(): void {
    clearTimeout(this.#linger);
    this.#stop();
    this.#ends = [];
    if (this.#viewers.size > 0) this.#start();
  }

  /** Ends the source; settles when nothing of it is left. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#linger);
    this.#stop();
    await this.#stopping;
  }

  #start(): void {
    const source = this.make();
    this.#source = source;
    this.#wait(this.options.firstFrameMs, () => this.#giveUp('no picture came'));
    source.start({
      frame: (jpeg) => {
        if (source === this.#source) this.#frame(multipartPart(jpeg));
      },
      ended: (detail) => {
        if (source === this.#source) this.#ended(detail);
      },
    });
  }

  #stop(): void {
    clearTimeout(this.#silence);
    this.#last = null;
    this.#end();
  }

  /** Ends the source; its last frame is still shown. */
  #end(): void {
    clearTimeout(this.#patience);
    const source = this.#source;
    this.#source = null;
    if (source) this.#stopping = Promise.allSettled([this.#stopping, source.stop()]);
  }

  #frame(part: Buffer): void {
    clearTimeout(this.#patience);
    this.#frames.push(performance.now());
    if (this.#frames.length > 200) this.#frames = within(this.#frames, 1000);
    this.#last = part;
    this.#show(part);
  }

  #show(part: Buffer): void {
    for (const viewer of this.#viewers) viewer.offer(part);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#show(part), this.options.repeatMs);
  }

  /** It ended by itself: started again, unless it never showed a picture or ends again and again. */
  #ended(detail: string): void {
    this.log(`feed: the source ended: ${detail.trim()}`);
    this.#ends = [...within(this.#ends, MINUTE_MS), performance.now()];
    if (!this.#last || this.#ends.length > this.options.mostRestarts) return this.#giveUp(detail);
    this.#end();
    this.#wait(this.options.restartMs, () => {
      if (this.#viewers.size > 0) this.#start();
    });
  }

  #giveUp(why: string): void {
    this.log(`feed: given up: ${why.trim()}`);
    this.#stop();
    const viewers = [...this.#viewers];
    this.#viewers.clear();
    for (const viewer of viewers) viewer.ended();
  }

  #wait(ms: number, then: () => void): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(then, ms);
  }
}

function within(moments: readonly number[], ms: number): number[] {
  const from = performance.now() - ms;
  return moments.filter((moment) => moment > from);
}

const BOUNDARY = 'frame';

/** Content-Type of the whole answer. */
export const FEED_TYPE = `multipart/x-mixed-replace; boundary=${BOUNDARY}`;

/** What stands before the first part. */
export const OPENING = Buffer.from(`--${BOUNDARY}\r\n`, 'latin1');

const CLOSING = Buffer.from(`\r\n--${BOUNDARY}\r\n`, 'latin1');

/**
 * One frame as it goes to every viewer: its head, the picture, and the boundary behind it, without which a browser
 * would show it only when the next frame comes.
 */
export function multipartPart(jpeg: Uint8Array): Buffer {
  const head = `Content-Type: image/jpeg\r\nContent-Length: ${jpeg.byteLength}\r\n\r\n`;
  const part = Buffer.allocUnsafeSlow(head.length + jpeg.byteLength + CLOSING.byteLength);
  part.write(head, 0, 'latin1');
  part.set(jpeg, head.length);
  part.set(CLOSING, head.length + jpeg.byteLength);
  return part;
}

/** The same part with its boundary before it: a part is then closed by the next one alone. */
export function withoutClosing(part: Buffer, first: boolean): Buffer {
  const body = part.subarray(0, part.byteLength - CLOSING.byteLength);
  return first ? body : Buffer.concat([CLOSING, body]);
}

/** Who hears a source: frames, and at most once that it ended by itself. */
export interface FrameListener {
  /** A whole JPEG; its memory is the source's own again when this returns. */
  frame(jpeg: Uint8Array): void;
  /** No more frames will come; what the source said about it, for the log. */
  ended(detail: string): void;
}

/** Where the pictures of the feed come from: a file played in a loop, a test picture, a camera. */
export interface FrameSource {
  /** Begins, once. */
  start(listener: FrameListener): void;
  /** Ends; settles when nothing of it is left. */
  stop(): Promise<void>;
}

/** The same part without its Content-Length: who reads it has to look for the boundary in the picture's own bytes. */
export function withoutLength(part: Buffer): Buffer {
  const from = part.indexOf('Content-Length: ');
  const to = part.indexOf('\r\n', from) + 2;
  return from === -1 ? part : Buffer.concat([part.subarray(0, from), part.subarray(to)]);
}
