import type { Shares } from '../../model/camera/delay-shares';
import type { Spread } from '../../model/camera/distribution';
import type { PlayerFault } from './media-error';

/** What a player tells its lane. */
export interface LanePlayerEvents {
  /** Something that the rules look at may have changed: more is playable, it runs dry, it has ended. */
  changed(): void;
  /** These bytes have been taken by the player; in order, each once. */
  given(bytes: Uint8Array): void;
  /** The first picture since playback was first asked for is on the screen. */
  firstFrame(): void;
  /** Media before this moment has been removed to make room, seconds. */
  evicted(toS: number): void;
  /** The player cannot go on. */
  failed(fault: PlayerFault): void;
}

/** What a player can do and tell whose source goes on while it plays. */
export interface LivePlayback {
  /** How old the picture on the screen is, ms; null before the first. */
  readonly delayMs: number | null;
  /** The same over all pictures that were measured; null before the first. */
  readonly delay: Spread | null;
  /** How far from its sound a picture was shown, ms; null while none has been heard. */
  readonly soundOff: Spread | null;
  /** How far behind its arrivals it means to play, seconds; Infinity when it does not mean to. */
  readonly targetS: number;
  /** Where the time of the pictures went that were shown since this was last asked, on average; null for none. */
  takeShares(): Shares | null;
  /** The next picture that is captured is to be a key frame. */
  requestKeyFrame(): void;
  /** Plays on as near to the newest picture as it means to, from the key frame before it. */
  skip(): void;
  /** Whether it makes up for what it is late by. */
  keepPace(on: boolean): void;
}

/** One lane's consumer: a real media element, frames on a canvas, or a reader of text and bytes. Positions in seconds. */
export interface LanePlayer {
  /** The element to be placed on the page; null for text and bytes. */
  readonly element: HTMLVideoElement | HTMLCanvasElement | null;
  /** Playhead; never falls. */
  readonly positionS: number;
  /** Playable media ahead of the playhead; 0 when the player itself waits for data. */
  readonly playableS: number;
  /** Bytes received that the player could not take yet. */
  readonly waitingBytes: number;
  /** True once the last of the source has been played. */
  readonly atEnd: boolean;
  /** Null unless the source is a camera. */
  readonly live: LivePlayback | null;
  /** Takes over received bytes, in order. */
  append(bytes: Uint8Array<ArrayBuffer>): void;
  /** No more bytes will come. */
  complete(): void;
  play(): void;
  pause(): void;
  /** Playback rate: the run's speed. */
  setRate(rate: number): void;
  /** Whether this lane is heard, and how loud, [0, 1]. */
  setVolume(volume: number, audible: boolean): void;
  /** While paused: shows a moment already played. */
  showAt(seconds: number): void;
  /** Back to where it was paused. */
  backToNow(): void;
  /** The text consumed up to what is shown (the last few kB); null unless the source is text. */
  text(): string | null;
  dispose(): void;
}
