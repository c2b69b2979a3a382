import type { SourceShape } from '../../../model/media/types';
import type { Method } from '../../../model/delivery/types';
import type { LaneLog } from '../../../model/run/schema';
import type { Outage } from '../../../model/link/types';
import type {
  CurvePoint,
  MinimumPrefetch,
  Scenario,
  Spread,
  SweepAxis,
  SweepPoint,
} from '../../../model/sweep/types';
import type { MinimumStart } from './curves';

/** A scenario without its source, which is handed over once. */
export type BareScenario = Omit<Scenario, 'media'>;

/** A sweep as the worker is asked for it; the newest generation is the only one that counts. */
export interface SweepQuery {
  scenario: BareScenario;
  axis: SweepAxis;
  values: readonly number[];
  seeds: readonly number[];
}

/** Everything that is shown of one value: asked for apart, so that a moved handle needs no sweep. */
export interface DetailQuery {
  scenario: BareScenario;
  axis: SweepAxis;
  /** The chosen value. */
  value: number;
  /** Values of the strips, ascending, the chosen one among them. */
  strips: readonly number[];
  /** The hardest seed at the chosen value. */
  seed: number;
  seeds: readonly number[];
  rest: Rest;
}

/** What a server's process takes at rest, bytes: as the last run measured it, or as is usual. */
export interface Rest {
  bytes: number;
  measured: boolean;
}

/** The memory of a server without backpressure and with it, by the model; bytes and ms. */
export interface ModelledMemory {
  lanes: Pick<LaneLog, 'method' | 'samples' | 'events' | 'error' | 'memory'>[];
  /** Up to where it is shown. */
  endMs: number;
  restBytes: number;
  /** What it takes at rest was measured. */
  measured: boolean;
}

/** One viewer's evening: waiting, playing, stalled; ms of the run's clock. */
export interface PlaybackTimeline {
  value: number;
  /** Null when playback never started. */
  startMs: number | null;
  stalls: { fromMs: number; toMs: number }[];
  stalledMs: number;
  /** Null when the end was never reached. */
  endedMs: number | null;
  /** The link was down here. */
  outages: Outage[];
}

/** What could arrive and what playback needs, in all, and when playback may start. */
export interface CumulativeCurves {
  arrival: CurvePoint[];
  /** What has to have arrived when playback starts at 0. */
  need: CurvePoint[];
  /** Start of the run at the chosen value, ms; null when it never starts. */
  startMs: number | null;
  /** The least start with which the curves do not cross; null when there is none. */
  least: MinimumStart | null;
}

/** One method on the plane of the two prices, over all seeds; ms, and bytes that the rules hold. */
export interface MethodPoint {
  method: Method;
  startupDelayMs: Spread | null;
  stallTotalMs: Spread;
  /** Peak of what the method holds in the server in the hardest run, by the rules, bytes. */
  heldBytes: number;
}

/** The answer to a DetailOrder. */
export interface Detail {
  value: number;
  seed: number;
  strips: PlaybackTimeline[];
  curves: CumulativeCurves;
  methods: MethodPoint[];
  memory: ModelledMemory;
  /** Exact: over the hardest seed, and over all of them. */
  least: { hardest: MinimumPrefetch; all: MinimumPrefetch };
}

/** From the window to the worker. */
export type ToWorker =
  | { type: 'media'; media: SourceShape }
  | { type: 'sweep'; generation: number; order: SweepQuery }
  | { type: 'detail'; key: string; order: DetailQuery }
  | { type: 'cancel' };

/** From the worker to the window. */
export type FromWorker =
  | { type: 'points'; generation: number; points: SweepPoint[]; done: boolean }
  | { type: 'detail'; key: string; detail: Detail }
  | { type: 'cancelled' }
  | { type: 'failed'; message: string };
