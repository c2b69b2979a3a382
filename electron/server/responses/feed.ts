import { say } from '../../words';
import { SOURCE_FPS } from '../feed/ffmpeg-source';
import { type FeedBroadcaster, type Viewer, FEED_TYPE, OPENING } from '../feed/broadcaster';
import { wholeNumber } from '../http/query';
import { Refused } from '../http/refused';
import { type Response, ClientGone, type PrepareHandler } from './response';
const FPS = { least: 1, most: SOURCE_FPS };

/** A frame that comes this much before its time is shown: half of what lies between two frames, ms. */
const EARLY_MS = 1000 / SOURCE_FPS / 2;

/** `/feed`: pictures that replace one another until the client leaves. `available` throws Refused 503 when there are none. */
export function feedResponses(broadcaster: FeedBroadcaster, available: () => void): PrepareHandler {
  return (query) => {
    const fps = wholeNumber(query, 'fps', FPS, SOURCE_FPS);
    available();
    return async (answer) => {
      if (answer.headOnly) {
        head(answer);
        return answer.end();
      }
      await new Promise<void>((_, reject) => {
        const viewer = new FeedViewer(answer, fps, reject);
        answer.response.once('close', () => {
          broadcaster.leave(viewer);
          reject(new ClientGone());
        });
        broadcaster.join(viewer);
      });
    };
  };
}

function head(answer: Response): void {
  // Node would make three writes of each frame; the body ends with the connection instead.
  answer.response.useChunkedEncodingByDefault = false;
  answer.writeHead(200, ['Content-Type', FEED_TYPE, 'Connection', 'close']);
}

/** One client of the feed: the newest frame wins, and at most one is on its way and one waits. */
class FeedViewer implements Viewer {
  readonly #everyMs: number;
  #dueMs = -Infinity;
  #busy = false;
  #newest: Buffer | null = null;

  constructor(
    private readonly answer: Response,
    fps: number,
    private readonly fail: (reason: Refused) => void,
  ) {
    this.#everyMs = fps < SOURCE_FPS ? 1000 / fps : 0;
  }

  offer(part: Buffer): void {
    const now = performance.now();
    if (now + EARLY_MS < this.#dueMs) return;
    this.#dueMs = Math.max(this.#dueMs, now - this.#everyMs) + this.#everyMs;
    if (this.#busy) this.#newest = part;
    else this.#send(part);
  }

  ended(): void {
    if (this.answer.status === 0) {
      this.fail(new Refused(503, say('serve.refused.noPictures'), ['Retry-After', '10']));
    } else this.answer.abort('failed');
  }

  #send(part: Buffer): void {
    if (this.answer.closed) return;
    const { answer } = this;
    this.#busy = true;
    if (answer.status === 0) {
      head(answer);
      answer.response.write(OPENING);
      answer.sentBytes += OPENING.byteLength;
    }
    answer.allocate(part.byteLength);
    answer.write(part, (error) => {
      answer.allocate(-part.byteLength);
      this.#busy = false;
      if (error) return;
      answer.step = 'frame';
      answer.sentBytes += part.byteLength;
      answer.frames++;
      const next = this.#newest;
      this.#newest = null;
      if (next) this.#send(next);
    });
  }
}
