import { PlayerMachine, STALL_BELOW_S, STUCK_FAIL_MS } from '../../model/delivery/player-machine';
import type { LaneRules, PlayerDecision } from '../../model/delivery/types';
import type { MediaInfo } from '../../model/media/types';
import type { LanePlayer } from '../player/lane-player';
import type { ClientProgress } from './client-progress';
import { BufferDeadlock, CreditGrants } from './credit-grants';
import { stuckFault, type Fault } from './lane-fault';
import type { LaneTelemetry } from './lane-telemetry';
import type { LatencyController } from './latency-controller';
import type { RunClock } from './run-clock';
import { RunTimer } from './run-timer';
import { sizeOf } from '../../model/media/source';

/** Looking again whether the player has run dry, at the earliest, ms of wall time. */
const LOOK_AGAIN_MS = 8;

/** A playhead that is to move and that so many reports of its reader find in one place stands. */
const STANDS_REPORTS = 5;

/** What playback of a lane is driven with. */
export interface PlaybackParts {
  rules: LaneRules;
  media: MediaInfo;
  clock: RunClock;
  player: LanePlayer;
  client: ClientProgress;
  telemetry: LaneTelemetry;
  /** Null unless the source is a camera. */
  latency: LatencyController | null;
  /** Gives the reader credit up to this many bytes of the source. */
  grant: (limitBytes: number) => void;
  /** Facts of the lane may have changed. */
  changed: () => void;
  /** The last of the source has been played. */
  ended: () => void;
  /** The lane cannot go on. */
  failed: (fault: Fault) => void;
}

/** Asks the rules of a lane what its player does next, makes the player do it, and gives credit for what it plays. */
export class PlaybackDriver {
  readonly #parts: PlaybackParts;
  readonly #machine: PlayerMachine;
  readonly #credit: CreditGrants;
  readonly #deadlock = new BufferDeadlock();
  readonly #look: RunTimer;
  /** Where the last report found the playhead, s, and how many in a row did. */
  #stood = { atS: NaN, reports: 0 };
  #stopped = false;

  constructor(parts: PlaybackParts) {
    const { rules, media, clock, client, grant } = parts;
    const sourceBytes = sizeOf(media);
    this.#parts = parts;
    this.#machine = new PlayerMachine(rules, sourceBytes);
    this.#credit = new CreditGrants({
      rules,
      sourceBytes,
      bytesPerMs: media.deliveredBytes / media.durationS / 1000,
      speed: clock.speed,
      playedBytes: () => client.playedBytes,
      grant,
    });
    this.#look = new RunTimer(clock, () => this.step());
    parts.player.setRate(clock.speed);
  }

  /** The run starts: the reader gets its first credit. */
  begin(): void {
    const { rules, telemetry } = this.#parts;
    if (rules.bufferLimitRaised) telemetry.event('ahead-raised', rules.maxBufferBytes);
    this.#credit.now();
  }

  /** The run's clock stands. */
  pause(): void {
    this.#parts.player.pause();
    this.#credit.stop();
    this.#machine.pause();
    this.#parts.telemetry.event('pause');
    this.#stateChanged();
  }

  /** The run's clock goes on. */
  continue(): void {
    this.#machine.continue();
    this.#parts.telemetry.event('continue');
    this.#stateChanged();
    if (this.#machine.state === 'playing') this.#run();
    this.step();
  }

  /** The lane has broken: its player is failed from now on. */
  fail(): void {
    this.#machine.fail();
  }

  /** Asks the rules what follows from how things are now, until nothing more does. */
  step(): void {
    const { clock, client, player } = this.#parts;
    if (this.#stopped || !clock.running) return;
    for (;;) {
      const decision = this.#machine.step({
        nowMs: clock.nowMs(),
        receivedBytes: client.received,
        playedBytes: client.playedBytes,
        playableS: client.bufferedS,
        positionS: player.positionS,
        complete: client.complete,
        atEnd: player.atEnd,
      });
      if (decision.change === null) break;
      if (decision.change === 'fail') return this.#parts.failed(stuckFault(client.side));
      this.#decided(decision);
    }
    if (this.#machine.state === 'playing') this.#lookWhenDry();
  }

  /** The player says that more is playable, that it runs dry or that it has ended. */
  playerChanged(): void {
    this.#parts.latency?.arrived();
    this.step();
  }

  /** The reader's report: whether it is held back, and how many bytes have crossed the link. */
  reported(heldBack: boolean, crossedBytes: number): void {
    const { latency, changed } = this.#parts;
    if (this.#machine.state === 'playing') latency?.played();
    changed();
    if (!this.#deadlock.report(this.#cannotMove(crossedBytes) && heldBack)) return;
    this.#credit.raise();
    this.#parts.telemetry.event('ahead-raised', this.#credit.maxBufferBytes);
  }

  /** Nothing is decided and no credit given from now on; the player stands. */
  stop(): void {
    this.#stopped = true;
    this.#look.clear();
    this.#credit.stop();
    this.#parts.player.pause();
  }

  dispose(): void {
    this.#look.dispose();
  }

  /**
   * The lane waits, or its decoder stands; it has taken in all that has crossed, and its rules leave no room for
   * another chunk: a file whose index promised more than its player finds in it, or whose decoder wants more before
   * it shows a frame than the rules know (Chromium: four frames, however long each of them lasts).
   */
  #cannotMove(crossedBytes: number): boolean {
    const { client, player, rules } = this.#parts;
    const { state } = this.#machine;
    const { positionS, waitingBytes } = player;
    const reports = positionS === this.#stood.atS ? this.#stood.reports + 1 : 0;
    this.#stood = { atS: positionS, reports };
    const stands = state === 'playing' && reports >= STANDS_REPORTS;
    const limitBytes = client.playedBytes + this.#credit.maxBufferBytes;
    return (
      (state === 'starting' || state === 'rebuffering' || stands) &&
      client.received === crossedBytes &&
      client.received + rules.chunkBytes > limitBytes &&
      waitingBytes === 0
    );
  }

  #decided(decision: PlayerDecision): void {
    const { client, player, telemetry, changed, ended } = this.#parts;
    telemetry.decided(decision, player.positionS, client.received);
    if (decision.state === 'playing') {
      this.#run();
    } else {
      player.pause();
      this.#credit.stop();
      this.#credit.now();
    }
    changed();
    if (decision.state === 'ended') ended();
  }

  #run(): void {
    this.#parts.player.play();
    this.#credit.start();
  }

  /** The player says when it waits; the clock is asked too, for when it should run dry or have been stuck for long. */
  #lookWhenDry(): void {
    const { clock, client } = this.#parts;
    const dryMs = Math.min((client.bufferedS - STALL_BELOW_S) * 1000, STUCK_FAIL_MS);
    this.#look.set(clock.nowMs() + Math.max(dryMs, LOOK_AGAIN_MS * clock.speed));
  }

  #stateChanged(): void {
    this.#parts.telemetry.state(this.#machine.state);
    this.#parts.changed();
  }
}
