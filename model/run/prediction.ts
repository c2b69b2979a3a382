import type { Outage } from '../link/types';
import type { LaneLog, LanePrediction } from './schema';
import { simulate, type Simulation } from './simulate';
import { kindOf } from '../source/kinds';

/** What a run was, as far as its lanes are predicted from it. */
export interface PredictedRun extends Pick<Simulation, 'settings' | 'link' | 'media' | 'seed'> {
  /** Stretches in which the hand held the link cut, ms. */
  cuts: readonly Outage[];
  /** How far the run has come, ms; lanes that have not ended are predicted up to here. */
  nowMs: number;
}

/**
 * What the model says of one measured lane, over the link as it was (cuts by hand included), so that
 * the two cover the same time; or why it says nothing.
 */
export function lanePrediction(
  run: PredictedRun,
  { method, endedMs, error }: Pick<LaneLog, 'method' | 'endedMs' | 'error'>,
): { prediction: LanePrediction | null; noPrediction?: string } {
  if (error) return { prediction: null, noPrediction: 'failed' };
  const { predicted, id } = kindOf(run.media);
  if (!predicted) return { prediction: null, noPrediction: id };
  const untilMs = endedMs === null ? run.nowMs : (run.settings.untilMs ?? null);
  const [lane] = simulate({
    ...run,
    settings: { ...run.settings, methods: [method], backpressureOff: null, untilMs },
    // One sample at the end brings a stall that lasts up to that moment.
    sampleEveryMs: Number.MAX_VALUE,
  });
  if (!lane) return { prediction: null };
  const { startupDelayMs, stallCount, stallTotalMs, endedMs: predictedEndMs } = lane;
  return {
    prediction: { startupDelayMs, stallCount, stallTotalMs, endedMs: predictedEndMs },
  };
}

/** Measured less predicted: ms, and a number of stalls; null where one of the two has not come about. */
export interface PredictionError {
  startupDelayMs: number | null;
  stallCount: number;
  stallTotalMs: number;
  endedMs: number | null;
}

/** How far a measured lane is from its prediction; positive is later, more or longer than predicted. */
export function predictionError(lane: LanePrediction, predicted: LanePrediction): PredictionError {
  return {
    startupDelayMs: difference(lane.startupDelayMs, predicted.startupDelayMs),
    stallCount: lane.stallCount - predicted.stallCount,
    stallTotalMs: lane.stallTotalMs - predicted.stallTotalMs,
    endedMs: difference(lane.endedMs, predicted.endedMs),
  };
}

function difference(measuredMs: number | null, predictedMs: number | null): number | null {
  return measuredMs === null || predictedMs === null ? null : measuredMs - predictedMs;
}
