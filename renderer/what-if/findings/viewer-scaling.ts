import { LANES, type Method } from '../../../model/delivery/types';
import type { RunLog } from '../../../model/run/schema';
import type { MethodPoint } from '../worker/messages';

/** How many viewers the paper counts with. */
export const VIEWERS = [1, 100, 10_000, 1_000_000] as const;

/** What one viewer costs the server by a method, bytes. */
export interface ViewerCost {
  method: Method;
  /** Held by the method, counted or by the rules. */
  heldBytes: number;
  /** What the reader process grew by over its baseline, measured; null when it was not. */
  grownBytes: number | null;
}

/** Where the costs come from. */
export interface Costs {
  /** Name of the media of the measured run; null: what the rules hold, not measured. */
  measured: string | null;
  costs: ViewerCost[];
}

/** The costs of the methods that a run measured, of full buffer only once it has read all; null when there are none. */
export function measuredCosts(log: RunLog | null): Costs | null {
  if (!log) return null;
  const costs = log.lanes
    .filter(({ error, memory }) => error === null && memory.peakHeldBytes > 0)
    .filter(
      ({ method, readBytes }) => method !== 'full-buffer' || readBytes === log.media.deliveredBytes,
    )
    .map(({ method, memory }) => ({
      method,
      heldBytes: memory.peakHeldBytes,
      grownBytes: Math.max(0, memory.peakRssBytes - memory.baselineRssBytes),
    }));
  return costs.length === 0 ? null : { measured: log.media.name, costs: inOrder(costs) };
}

/** What the rules hold, of the model's hardest run. */
export function ruleCosts(methods: readonly MethodPoint[]): Costs {
  const costs = methods.map(({ method, heldBytes }) => ({ method, heldBytes, grownBytes: null }));
  return { measured: null, costs: inOrder(costs) };
}

const inOrder = (costs: readonly ViewerCost[]): ViewerCost[] =>
  LANES.flatMap((method) => costs.filter((cost) => cost.method === method));

/** The model: memory of a server is its viewers times what one costs, bytes. */
export const memoryFor = (viewers: number, costBytes: number): number => viewers * costBytes;
