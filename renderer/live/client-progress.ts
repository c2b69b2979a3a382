import { bytesAt } from '../../model/media/index-map';
import { playableSecondsOf } from '../../model/media/source';
import type { MediaInfo } from '../../model/media/types';
import type { LanePlayer } from '../player/lane-player';
import type { LaneParts } from './lane-parts';
import type { LaneTelemetry } from './lane-telemetry';
import type { LatencyController } from './latency-controller';
import type { Arrival } from './reader-port';
import type { ClientSide } from './sampler';

/** What a lane's client is made of. */
export interface ClientParts {
  media: MediaInfo;
  player: LanePlayer;
  telemetry: LaneTelemetry;
  /** Null unless the source is a camera. */
  latency: LatencyController | null;
  /** Bytes that have crossed the link. */
  crossedBytes: () => number;
  dropped: LaneParts['dropped'];
}

/** The client of a lane: what it has received, and how far its player has come with it. */
export class ClientProgress {
  #received = 0;

  constructor(private readonly parts: ClientParts) {}

  /** Bytes of whole chunks that have arrived. */
  get received(): number {
    return this.#received;
  }

  /** Length of the source; Infinity while a camera goes on. */
  get sourceBytes(): number {
    const { latency, media } = this.parts;
    return latency ? latency.sourceBytes : media.deliveredBytes;
  }

  get complete(): boolean {
    return this.#received === this.sourceBytes;
  }

  /** Bytes behind the playhead; never more than have been received. */
  get playedBytes(): number {
    const { media, player } = this.parts;
    if (player.atEnd) return this.#received;
    return Math.min(this.#received, bytesAt(media.index, player.positionS));
  }

  /**
   * Playable seconds ahead, as the player itself has them; while it is still taking bytes in, or has no room for
   * them, what has been received counts.
   */
  get bufferedS(): number {
    const { media, player } = this.parts;
    const { playableS, positionS, waitingBytes } = player;
    if (waitingBytes === 0) return playableS;
    const reachS = playableSecondsOf(media, this.#received);
    return Math.max(playableS, reachS - positionS);
  }

  /** Takes the next bytes and hands them to the player. */
  receive(arrival: Arrival): void {
    const { data, offset } = arrival;
    const { player, telemetry } = this.parts;
    if (this.#received === 0) {
      telemetry.event('first-byte', data.length);
      performance.mark('first-byte');
    }
    this.#received = offset + data.length;
    player.append(data);
    telemetry.received(arrival);
    this.checkComplete();
  }

  /** Tells the player that no more will come, once everything has. */
  checkComplete(): void {
    if (!this.complete) return;
    this.parts.telemetry.event('received-all', this.#received);
    this.parts.player.complete();
  }

  /** Its side of a sample. */
  get side(): ClientSide {
    const { player, latency, crossedBytes, dropped } = this.parts;
    const lost = dropped();
    const liveShares = latency?.playback.takeShares();
    return {
      receivedBytes: this.#received,
      playedBytes: this.playedBytes,
      positionS: player.positionS,
      bufferedS: this.bufferedS,
      crossedBytes: crossedBytes(),
      ...(latency && { liveDelayMs: latency.playback.delayMs }),
      ...(latency?.behind && { behind: latency.behind }),
      ...(liveShares && { liveShares }),
      ...(lost && lost.capture + lost.encoder > 0 && { droppedFrames: { ...lost } }),
    };
  }
}
