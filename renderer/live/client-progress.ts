import { bytesAt } from '../../model/media/index-map';
import { playableSecondsOf } from '../../model/media/source';
import type { MediaInfo } from '../../model/media/types';
import type { LanePlayer } from '../player/lane-player';
import type { ClientSide } from './sampler';

/** The client of a lane: what it has received, and how far its player has come with it. */
export class ClientProgress {
  #received = 0;

  /** `sourceBytes` is Infinity while a camera goes on. */
  constructor(
    private readonly media: MediaInfo,
    private readonly player: LanePlayer,
    private readonly sourceBytes: () => number,
  ) {}

  /** Bytes of whole chunks that have arrived. */
  get received(): number {
    return this.#received;
  }

  get complete(): boolean {
    return this.#received === this.sourceBytes();
  }

  /** Bytes behind the playhead; never more than have been received. */
  get playedBytes(): number {
    if (this.player.atEnd) return this.#received;
    return Math.min(this.#received, bytesAt(this.media.index, this.player.positionS));
  }

  /**
   * Playable seconds ahead, as the player itself has them; while it is still taking bytes in, or has no room for
   * them, what has been received counts.
   */
  get bufferedS(): number {
    const { playableS, positionS, waitingBytes } = this.player;
    if (waitingBytes === 0) return playableS;
    const reachS = playableSecondsOf(this.media, this.#received);
    return Math.max(playableS, reachS - positionS);
  }

  /** Takes the next bytes, which begin at `offset`. */
  receive(data: Uint8Array<ArrayBuffer>, offset: number): void {
    this.#received = offset + data.length;
    this.player.append(data);
  }

  /** Its side of a sample; `crossedBytes` have crossed the link. */
  side(crossedBytes: number): ClientSide {
    return {
      receivedBytes: this.#received,
      playedBytes: this.playedBytes,
      positionS: this.player.positionS,
      bufferedS: this.bufferedS,
      crossedBytes,
    };
  }
}
