import type { MediaInfo } from '../../model/media/types';
import { AppendQueue, type BufferOperation } from './append-queue';
import { nextStart, playableAhead, spansOf } from './buffered';
import { ClientBuffer } from './client-buffer';
import { isQuota, removableSpan } from './eviction';
import type { LanePlayer, LanePlayerEvents } from './lane-player';
import { faultOfException } from './media-error';
import { MediaPlayhead, NOTHING_S } from './media-playhead';

/** The most bytes in one append: small enough that a full SourceBuffer wastes little room. */
const APPEND_BYTES = 1 << 20;

/** Plays media by Media Source Extensions on a real video element. */
export class MsePlayer implements LanePlayer {
  readonly element: HTMLVideoElement;
  readonly live = null;
  readonly #media: MediaInfo;
  readonly #events: LanePlayerEvents;
  readonly #playhead: MediaPlayhead;
  readonly #source = new MediaSource();
  readonly #client = new ClientBuffer();
  readonly #url: string;
  #queue: AppendQueue | null = null;
  #complete = false;
  #endAsked = false;
  /** Full and nothing to remove: append again when the playhead has moved on. */
  #full = false;

  /** `nowMs` is the run's clock, to which playback keeps. */
  constructor(media: MediaInfo, nowMs: () => number, events: LanePlayerEvents) {
    this.#media = media;
    this.#events = events;
    this.#playhead = new MediaPlayhead(nowMs, {
      changed: () => this.#onMoved(),
      firstFrame: () => events.firstFrame(),
      failed: (fault) => events.failed(fault),
    });
    this.element = this.#playhead.element;
    if (media.cover !== null) this.element.poster = media.cover;
    this.#source.addEventListener('sourceopen', this.#open, { once: true });
    this.#url = URL.createObjectURL(this.#source);
    this.element.src = this.#url;
  }

  get positionS(): number {
    return this.#playhead.positionS;
  }

  get playableS(): number {
    return this.#playhead.playableS;
  }

  get waitingBytes(): number {
    return this.#client.bytes;
  }

  get atEnd(): boolean {
    return this.#playhead.atEnd;
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
    this.#playhead.play();
  }

  pause(): void {
    this.#playhead.pause();
  }

  setRate(rate: number): void {
    this.#playhead.setRate(rate);
  }

  setVolume(volume: number, audible: boolean): void {
    this.element.volume = volume;
    this.element.muted = !audible;
  }

  showAt(seconds: number): void {
    this.#playhead.showAt(seconds);
  }

  backToNow(): void {
    this.#playhead.backToNow();
  }

  text(): null {
    return null;
  }

  dispose(): void {
    this.#source.removeEventListener('sourceopen', this.#open);
    this.#queue?.close();
    this.#client.clear();
    URL.revokeObjectURL(this.#url);
    this.#playhead.dispose();
  }

  readonly #open = (): void => {
    URL.revokeObjectURL(this.#url);
    try {
      const buffer = this.#source.addSourceBuffer(this.#media.mime);
      // Many films begin a few frames after 0 on their own clock; here they begin at 0.
      buffer.timestampOffset = -this.#media.startS;
      this.#queue = new AppendQueue(this.#source, buffer, {
        done: (operation) => this.#onDone(operation),
        refused: (operation, error) => this.#onRefused(operation, error),
      });
    } catch (error) {
      return this.#events.failed(faultOfException(error));
    }
    this.#queue.add({ kind: 'duration', seconds: this.#media.durationS });
    this.#feed();
  };

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
    this.#playhead.appended();
    this.#jumpHole();
    this.#events.changed();
    this.#feed();
  }

  #onRefused(operation: BufferOperation, error: DOMException): void {
    if (operation.kind !== 'append' || !isQuota(error)) {
      return this.#events.failed(faultOfException(error));
    }
    const spans = spansOf(this.element.buffered);
    const span = removableSpan(spans, this.positionS, this.#media.index);
    if (span) this.#queue?.add({ kind: 'remove', fromS: span.start, toS: span.end });
    else if (playableAhead(spans, this.positionS) > NOTHING_S) this.#full = true;
    else this.#events.failed(faultOfException(error));
  }

  #onMoved(): void {
    if (this.#full) {
      this.#full = false;
      this.#feed();
    }
    this.#jumpHole();
    this.#events.changed();
  }

  /** Bytes come in order, so a hole that is followed by media will never be filled: play on behind it. */
  #jumpHole(): void {
    if (!this.#playhead.stands) return;
    const next = nextStart(spansOf(this.element.buffered), this.positionS);
    if (next !== null) this.#playhead.jumpTo(next);
  }
}
