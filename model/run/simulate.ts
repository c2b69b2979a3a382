import type { SourceShape } from '../media/types';
import { lanesOf } from '../delivery/rules';
import type { Method } from '../delivery/types';
import { withCuts } from '../link/cut-link';
import { createLink } from '../link/link';
import type { LinkSpec, Outage } from '../link/types';
import { ruleSource } from '../media/source';
import { kindOf } from '../source/kinds';
import type { RuleSettings } from '../source/source-kind';
import { LaneRecorder } from './recorder';
import type { LaneLog } from './schema';
import { SimulatedLane } from './simulated-lane';
import type { StallCause } from './stall-cause';

/** What a simulated run is given; RunSettings and MediaInfo fit as they are. */
export interface Simulation {
  settings: RuleSettings & {
    methods: readonly Method[];
    /** The run ends here at the latest, ms; null lets every lane end by itself. */
    untilMs?: number | null;
  };
  link: LinkSpec;
  media: SourceShape;
  seed: number;
  /** Stretches in which the hand holds the link cut besides, ms, ascending. */
  cuts?: readonly Outage[];
  /** What a reader's process takes at rest, bytes, as far as it is known: it counts towards a cap. */
  restBytes?: number;
  /** Distance of the samples, ms; without it none are kept. */
  sampleEveryMs?: number;
  /** The log holds the four times of every chunk. */
  chunkTimes?: boolean;
  /** Puts a stall's cause into words; without it the log holds the cause's code. */
  words?: (cause: StallCause) => string;
}

/**
 * Runs every method over its own copy of one link on a virtual clock, by the same link, rules and
 * player machine as the live lanes, and returns their logs. Reading takes no time, credit none
 * either, and process memory, which can only be measured, is 0.
 */
export function simulate(simulation: Simulation): LaneLog[] {
  const { settings, media, sampleEveryMs = Infinity, words = ({ code }) => code } = simulation;
  const { chunkTimes = false, restBytes = 0 } = simulation;
  const source = ruleSource(media);
  const link = withCuts(createLink(simulation.link, simulation.seed), simulation.cuts ?? []);
  return lanesOf(settings).map((method) => {
    const recorder = new LaneRecorder(kindOf(media).rules(method, settings, source), source.bytes);
    const lane = { method, settings, link, media, recorder, sampleEveryMs, words, chunkTimes };
    new SimulatedLane({ ...lane, restBytes }).run(settings.untilMs ?? Infinity);
    return recorder.log();
  });
}
