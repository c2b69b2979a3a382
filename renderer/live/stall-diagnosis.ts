import type { SourceShape } from '../../model/media/types';
import type { LaneRules } from '../../model/delivery/types';
import type { Link } from '../../model/link/types';
import { playableSecondsOf } from '../../model/media/source';
import type { Sample } from '../../model/run/schema';
import { stallCause, type StallFacts } from '../../model/run/stall-cause';
import type { Texts } from '../../model/language';
import { inAllLanguages, say } from '../ui/words';
import type { Outages } from './outages';
import { kindOf } from '../../model/source/kinds';

/** What a lane's stalls are explained from. */
export interface StallDiagnosisParts {
  source: SourceShape;
  rules: LaneRules;
  link: Link;
  outages: Outages;
  /** The lane's samples so far. */
  samples: () => readonly Sample[];
}

/** Says in words why a lane stalls: what is known when it begins, and how it turned out when it ends. */
export class StallDiagnosis {
  readonly #parts: StallDiagnosisParts;
  #playingSinceMs = 0;
  #stall: Pick<StallFacts, 'atMs' | 'nextBytes'> | null = null;

  constructor(parts: StallDiagnosisParts) {
    this.#parts = parts;
  }

  /** The player runs from nowMs on. */
  playing(nowMs: number): void {
    this.#playingSinceMs = nowMs;
    this.#stall = null;
  }

  /** The cause of the stall that lasts at nowMs, or begins with it. */
  cause(nowMs: number, positionS: number, receivedBytes: number): Texts {
    const { source, rules, link, outages } = this.#parts;
    // A player may give up a few frames before the end of what it has.
    const reachS = Math.max(positionS, playableSecondsOf(source, receivedBytes));
    const { chunkBytes } = rules;
    const kind = kindOf(source);
    const nextBytes = kind.bytesToGoOn(source, { chunkBytes, reachS, receivedBytes });
    this.#stall ??= { atMs: nowMs, nextBytes };
    const facts: StallFacts = {
      ...this.#stall,
      untilMs: nowMs,
      playingSinceMs: this.#playingSinceMs,
      outages: outages.known(nowMs),
      link,
      needs: kind.neededRate(source),
      heldSAt: (tMs) => this.#heldSAt(tMs),
    };
    return inAllLanguages(() => {
      const { code, params } = stallCause(facts);
      return say(`stallCause.${code}`, params);
    });
  }

  /** Playable seconds held at a moment, between the two samples around it. */
  #heldSAt(tMs: number): number {
    const samples = this.#parts.samples();
    const next = samples.findIndex((sample) => sample.tMs > tMs);
    const after = samples[next];
    const before = samples[next - 1] ?? samples.at(-1);
    if (!before) return 0;
    if (!after) return before.bufferedS;
    const share = (tMs - before.tMs) / (after.tMs - before.tMs);
    return before.bufferedS + (after.bufferedS - before.bufferedS) * share;
  }
}
