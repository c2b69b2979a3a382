import type { MediaInfo } from '../../model/media/types';
import { AppendQueue, type BufferOperation } from './append-queue';
import { closestIn, nextStart, playableAhead, spansOf, type Span } from './buffered';
import { ClientBuffer } from './client-buffer';
import { isQuota, removableSpan } from './eviction';
import type { LanePlayer, LanePlayerEvents } from './lane-player';
import { faultOfException, faultOfMediaError } from './media-error';
import { pacedRate } from './pace';

/** The most bytes in one append: small enough that a full SourceBuffer wastes little room. */
const APPEND_BYTES = 1 << 20;

/** Less than this ahead is nothing: no frame is left to show, seconds. */
const NOTHING_S = 0.01;

/** An element that waits with no more than this ahead has run dry, seconds. */
const DRY_S = 0.3;

/** A picture is shown at least this far before the end of what is buffered, seconds. */
const INSET_S = 0.05;

/** An element that still waits this long after it began to is set going again, ms of wall time. */
const STUCK_MS = 150;

/** Plays media by Media Source Extensions on a real video element. */
export class MsePlayer implements LanePlayer {
  readonly element = document.createElement('video');
  readonly #source = new MediaSource();
  readonly #client = new ClientBuffer();
  readonly #stop = new AbortController();
  readonly #media: MediaInfo;
  readonly #events: LanePlayerEvents;
  /** The run's clock, ms. */
  readonly #nowMs: () => number;
  readonly #url: string;
  #speed = 1;
  /** Since when it plays, and from where; null while it stands. */
  #since: { ms: number; positionS: number } | null = null;
  #stuckTimer: ReturnType<typeof setTimeout> | undefined;
  #queue: AppendQueue | null = null;
  #buffer: SourceBuffer | null = null;
  #complete = false;
  #endAsked = false;
  /** Full and nothing to remove: append again when the playhead has moved on. */
  #full = false;
  #highS = 0;
  #stepping = false;
  #ended = false;
  #asked = false;
  /** The element has been moving since it was last told to. */
  #moving = false;
  /** The end of the buffered span at which the element said that it waits; null when it does not. */
  #dryAtS: number | null = null;

  /** `nowMs` is the run's clock, to which playback keeps. */
  constructor(media: MediaInfo, nowMs: () => number, events: LanePlayerEvents) {
    this.#media = media;
    this.#nowMs = nowMs;
    this.#events = events;
    this.#url = URL.createObjectURL(this.#source);
    this.#listen();
    this.element.preload = 'auto';
    this.element.playsInline = true;
    this.element.disablePictureInPicture = true;
    this.element.muted = true;
    this.element.preservesPitch = false;
    this.element.src = this.#url;
  }

  get positionS(): number {
    if (!this.#stepping) this.#highS = Math.max(this.#highS, this.element.currentTime);
    return this.#highS;
  }

  get playableS(): number {
    const ahead = playableAhead(this.#spans(), this.positionS);
    if (this.#dryAtS !== null && this.positionS + ahead <= this.#dryAtS + NOTHING_S) return 0;
    return ahead < NOTHING_S ? 0 : ahead;
  }

  get waitingBytes(): number {
    return this.#client.bytes;
  }

  get atEnd(): boolean {
    return this.#ended;
  }

  append(bytes: Uint8Array<ArrayBuffer>): void {
    this.#client.push(bytes);
    this.#feed();
  }

  complete(): void {
    this.#complete = true;
    this.#feed();
  }

  play(): void {
    if (!this.#asked && this.#media.hasVideo) {
      this.element.requestVideoFrameCallback(() => this.#events.firstFrame());
    }
    this.#asked = true;
    this.#since = { ms: this.#nowMs(), positionS: this.positionS };
    this.element.play().catch((error: unknown) => {
      // A pause that overtakes play() rejects it: that is what was asked for. A broken element says so by itself.
      const overtaken = error instanceof DOMException && error.name === 'AbortError';
      if (!overtaken && !this.element.error) this.#events.failed(faultOfException(error));
    });
  }

  pause(): void {
    this.#moving = false;
    this.#since = null;
    clearTimeout(this.#stuckTimer);
    this.element.pause();
    if (this.#dryAtS !== null) this.#restart();
  }

  setRate(rate: number): void {
    this.#speed = rate;
    this.element.playbackRate = rate;
  }

  setVolume(volume: number, audible: boolean): void {
    this.element.volume = volume;
    this.element.muted = !audible;
  }

  showAt(seconds: number): void {
    const to = closestIn(this.#spans(), Math.min(seconds, this.positionS), INSET_S);
    this.#stepping = true;
    if (to !== null) this.element.currentTime = to;
  }

  backToNow(): void {
    if (!this.#stepping) return;
    const to = closestIn(this.#spans(), this.#highS, INSET_S);
    if (to !== null) this.element.currentTime = to;
    this.#stepping = false;
  }

  text(): null {
    return null;
  }

  dispose(): void {
    this.#stop.abort();
    clearTimeout(this.#stuckTimer);
    this.#queue?.close();
    this.#client.clear();
    URL.revokeObjectURL(this.#url);
    this.element.removeAttribute('src');
    this.element.load();
  }

  #listen(): void {
    const { signal } = this.#stop;
    const { element } = this;
    this.#source.addEventListener('sourceopen', () => this.#open(), { once: true, signal });
    element.addEventListener('waiting', () => this.#onWaiting(), { signal });
    element.addEventListener('timeupdate', () => this.#onMoved(), { signal });
    element.addEventListener('playing', () => this.#onPlaying(), { signal });
    element.addEventListener('ended', () => this.#onEnded(), { signal });
    const onError = () => this.#events.failed(faultOfMediaError(element.error));
    element.addEventListener('error', onError, { signal });
  }

  #open(): void {
    URL.revokeObjectURL(this.#url);
    try {
      this.#buffer = this.#source.addSourceBuffer(this.#media.mime);
    } catch (error) {
      return this.#events.failed(faultOfException(error));
    }
    this.#queue = new AppendQueue(this.#source, this.#buffer, {
      done: (operation) => this.#onDone(operation),
      refused: (operation, error) => this.#onRefused(operation, error),
    });
    this.#queue.add({ kind: 'duration', seconds: this.#media.durationS });
    this.#feed();
  }

  /** Hands on what the client buffer holds, one append at a time. */
  #feed(): void {
    if (!this.#queue || this.#queue.busy || this.#full || this.element.error) return;
    if (this.#client.bytes > 0) {
      this.#queue.add({ kind: 'append', bytes: this.#client.peek(APPEND_BYTES) });
    } else if (this.#complete && !this.#endAsked) {
      this.#endAsked = true;
      this.#queue.add({ kind: 'end' });
    }
  }

  #onDone(operation: BufferOperation): void {
    if (this.element.error) return;
    if (operation.kind === 'append') {
      this.#client.drop(operation.bytes.length);
      this.#events.given(operation.bytes);
    } else if (operation.kind === 'remove') {
      this.#events.evicted(operation.toS);
    }
    this.#jumpHole();
    this.#events.changed();
    this.#feed();
  }

  #onRefused(operation: BufferOperation, error: DOMException): void {
    if (operation.kind !== 'append' || !isQuota(error)) {
      return this.#events.failed(faultOfException(error));
    }
    const spans = this.#spans();
    const span = removableSpan(spans, this.positionS, this.#media.index);
    if (span) this.#queue?.add({ kind: 'remove', fromS: span.start, toS: span.end });
    else if (playableAhead(spans, this.positionS) > NOTHING_S) this.#full = true;
    else this.#events.failed(faultOfException(error));
  }

  #onPlaying(): void {
    this.#moving = true;
    this.#dryAtS = null;
    clearTimeout(this.#stuckTimer);
    this.#keepPace();
    this.#events.changed();
  }

  /** Before it has moved, the element waits for its decoder; far from the end of the buffer too. */
  #onWaiting(): void {
    if (!this.#moving) return;
    const ahead = playableAhead(this.#spans(), this.positionS);
    if (ahead > DRY_S) {
      this.#stuckTimer = setTimeout(() => this.#restart(), STUCK_MS);
      return;
    }
    this.#dryAtS = this.positionS + ahead;
    this.#jumpHole();
    this.#events.changed();
  }

  /**
   * Seeks to where it is. Each time Chromium runs dry it wants more in its decoders before it goes on, in the end
   * more than a small buffer ever holds; only a seek makes it forget.
   */
  #restart(): void {
    this.element.currentTime = Math.max(this.element.currentTime, this.#highS);
  }

  #keepPace(): void {
    if (!this.#since) return;
    const dueS = this.#since.positionS + (this.#nowMs() - this.#since.ms) / 1000;
    const rate = pacedRate(this.#speed, dueS - this.positionS);
    if (rate !== this.element.playbackRate) this.element.playbackRate = rate;
  }

  #onMoved(): void {
    this.#keepPace();
    if (this.#full) {
      this.#full = false;
      this.#feed();
    }
    this.#events.changed();
  }

  #onEnded(): void {
    this.#ended = true;
    this.#events.changed();
  }

  /** Bytes come in order, so a hole that is followed by media will never be filled: play on behind it. */
  #jumpHole(): void {
    if (this.#stepping || (this.#asked && this.#dryAtS === null)) return;
    const spans = this.#spans();
    if (playableAhead(spans, this.positionS) > NOTHING_S) return;
    const next = nextStart(spans, this.positionS);
    if (next === null) return;
    this.element.currentTime = next;
    if (this.#since) this.#since = { ms: this.#nowMs(), positionS: next };
  }

  #spans(): Span[] {
    return this.#buffer && this.#source.readyState !== 'closed'
      ? spansOf(this.#buffer.buffered)
      : [];
  }
}
