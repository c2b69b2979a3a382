import { say } from '../../words';
import { SOURCE_FPS } from '../feed/ffmpeg-source';
import {
  type FeedBroadcaster,
  type Viewer,
  FEED_TYPE,
  OPENING,
  withoutClosing,
  withoutLength,
} from '../feed/broadcaster';
import { ViewerWindow } from '../feed/viewer-window';
import { SLIPS } from '../../ipc/server-port';
import { oneOf, wholeNumber } from '../http/query';
import { Refused } from '../http/refused';
import { socketQueues, SYSTEM_TELLS } from '../http/socket-queues';
import { type Response, ClientGone, type PrepareHandler } from './response';
/** How often it is looked at what viewers have read, and how soon after one has come, ms. */
const LOOK_MS = 250;
const FIRST_LOOK_MS = 60;

const FPS = { least: 1, most: SOURCE_FPS };
const PICTURES = { least: 1, most: 1_000_000 };

/** A frame that comes this much before its time is shown: half of what lies between two frames, ms. */
const EARLY_MS = 1000 / SOURCE_FPS / 2;

/** `/feed`: pictures that replace one another until the client leaves. `available` throws Refused 503 when there are none. */
export function feedResponses(broadcaster: FeedBroadcaster, available: () => void): PrepareHandler {
  const watch = new ViewerWatch();
  return (query) => {
    const fps = wholeNumber(query, 'fps', FPS, SOURCE_FPS);
    const pictures = wholeNumber(query, 'pictures', PICTURES, Infinity);
    const late = oneOf(query, 'boundary', ['at-once', 'late']) === 'late';
    const lengths = oneOf(query, 'slip', ['none', SLIPS['/feed']]) === 'none';
    available();
    return async (response) => {
      if (response.headOnly) {
        head(response);
        return response.end();
      }
      await new Promise<void>((_, reject) => {
        const viewer = new FeedViewer(response, { fps, lengths, late, pictures }, reject);
        watch.add(viewer);
        response.raw.once('close', () => {
          watch.delete(viewer);
          broadcaster.leave(viewer);
          reject(new ClientGone());
        });
        broadcaster.join(viewer);
      });
    };
  };
}

function head(response: Response): void {
  // Node would make three writes of each frame; the body ends with the connection instead.
  response.raw.useChunkedEncodingByDefault = false;
  response.writeHead(200, ['Content-Type', FEED_TYPE, 'Connection', 'close']);
}

/** What a client asks of its feed. */
interface FeedWishes {
  fps: number;
  lengths: boolean;
  late: boolean;
  pictures: number;
}

/** One client of the feed: the newest frame wins, and at most one is on its way and one waits. */
class FeedViewer implements Viewer {
  readonly #everyMs: number;
  /** Each part says how long it is. */
  readonly #lengths: boolean;
  /** A part's boundary is sent with the next part, as who forgets it does, and not right behind it. */
  readonly #late: boolean;
  /** After so many the scene stands still: nothing more is sent. */
  #left: number;
  #dueMs = -Infinity;
  readonly #window = SYSTEM_TELLS ? new ViewerWindow(performance.now()) : null;
  #busy = false;
  #newest: Buffer | null = null;

  constructor(
    private readonly response: Response,
    { fps, lengths, late, pictures }: FeedWishes,
    private readonly fail: (reason: Refused) => void,
  ) {
    this.#lengths = lengths;
    this.#late = late;
    this.#left = pictures;
    this.#everyMs = fps < SOURCE_FPS ? 1000 / fps : 0;
  }

  offer(part: Buffer): void {
    if (this.#left === 0) return;
    const now = performance.now();
    if (now + EARLY_MS < this.#dueMs) return;
    this.#left -= 1;
    this.#dueMs = Math.max(this.#dueMs, now - this.#everyMs) + this.#everyMs;
    this.#newest = this.#lengths ? part : withoutLength(part);
    this.#sendNewest();
  }

  /** The port of its own end. */
  get port(): number {
    return this.response.request.socket.remotePort ?? 0;
  }

  /** Of the server's end. */
  get serverPort(): number {
    return this.response.request.socket.localPort ?? 0;
  }

  /** Bytes of pictures that were handed to the system. */
  get handedBytes(): number {
    return this.#window?.sentBytes ?? 0;
  }

  /** The system has told how much of what had been handed to it this viewer has yet to read. */
  looked(unreadBytes: number, handedBytes: number): void {
    this.#window?.looked(unreadBytes, handedBytes, performance.now());
    this.#sendNewest();
  }

  ended(): void {
    if (this.response.status === 0) {
      this.fail(new Refused(503, say('serve.refused.noPictures'), ['Retry-After', '10']));
    } else this.response.abort('failed');
  }

  /** Sends the newest picture, unless one is being handed over or those before lie unread. */
  #sendNewest(): void {
    const part = this.#newest;
    if (!part || this.#busy || this.response.closed) return;
    if (this.#window?.isOpen === false) {
      this.response.blockedMs ??= performance.now();
      return;
    }
    this.#newest = null;
    this.#send(part);
  }

  #send(newest: Buffer): void {
    const { response } = this;
    const part = this.#late ? withoutClosing(newest, response.status === 0) : newest;
    this.#busy = true;
    this.#window?.sent(part.byteLength);
    if (response.status === 0) {
      head(response);
      response.raw.write(OPENING);
      response.sentBytes += OPENING.byteLength;
    }
    response.allocate(part.byteLength);
    response.write(part, (error) => {
      response.allocate(-part.byteLength);
      this.#busy = false;
      if (error) return;
      response.step = 'frame';
      response.sentBytes += part.byteLength;
      response.frames++;
      this.#sendNewest();
    });
  }
}

/** Looks, while there are viewers and the system tells, how much of their pictures lies unread. */
class ViewerWatch {
  readonly #viewers = new Set<FeedViewer>();
  #timer: NodeJS.Timeout | undefined;

  add(viewer: FeedViewer): void {
    this.#viewers.add(viewer);
    if (!SYSTEM_TELLS) return;
    clearTimeout(this.#timer);
    this.#lookIn(FIRST_LOOK_MS);
  }

  delete(viewer: FeedViewer): void {
    this.#viewers.delete(viewer);
  }

  #lookIn(ms: number): void {
    this.#timer = setTimeout(() => void this.#look(), ms).unref();
  }

  async #look(): Promise<void> {
    const [first] = this.#viewers;
    if (!first) return;
    const handed = [...this.#viewers].map((viewer) => [viewer, viewer.handedBytes] as const);
    const queues = await socketQueues(first.serverPort);
    for (const [viewer, bytes] of handed) {
      viewer.looked(queues?.get(viewer.port)?.unreadBytes ?? 0, bytes);
    }
    clearTimeout(this.#timer);
    this.#lookIn(LOOK_MS);
  }
}
