import type { Link, Outage } from '../link/types';
import type { MediaInfo } from '../media/types';
import type { LaneLog, RunSettings } from './schema';
import { simulate } from './simulate';

/** What the charts draw of a prediction. */
export interface Prediction {
  lanes: readonly Pick<LaneLog, 'method' | 'samples'>[];
  /** When the last of them ends, or when nothing more happens in it, ms. */
  untilMs: number;
  /** Cuts by hand: there are none, they are in it, or one goes on of which it does not know. */
  cuts: 'none' | 'within' | 'beyond';
}

/** A predicted line has about so many points: two for each px of a chart. */
const SAMPLES = 800;

/** Finer than what a live lane reports is not needed, ms. */
const FINEST_MS = 100;

/** What a prediction is made from; the plan of a run is one. */
export interface Predictable {
  settings: RunSettings;
  link: Pick<Link, 'spec' | 'seed'>;
  media: Pick<MediaInfo, 'kind' | 'deliveredBytes' | 'index'>;
}

/** What the model says of every lane of a run, from beginning to end, over its link with these cuts by hand. */
export function predictRun(
  { settings, link, media }: Predictable,
  cuts: readonly Outage[],
): Prediction {
  const run = { settings, link: link.spec, seed: link.seed, media, cuts };
  // Without samples it takes a fraction of a millisecond, and says how far apart they have to be.
  const untilMs = Math.max(...simulate(run).map(lastMs));
  const sampleEveryMs = Math.max(FINEST_MS, untilMs / SAMPLES);
  const sampled = simulate({ ...run, settings: { ...settings, untilMs }, sampleEveryMs });
  const lanes = sampled.map(({ method, samples }) => ({ method, samples }));
  return { lanes, untilMs, cuts: cuts.length > 0 ? 'within' : 'none' };
}

const lastMs = ({ events }: LaneLog): number => events.at(-1)?.tMs ?? 0;
