import type { RateCurve } from './types';

/** What a trace's file or a profile holds: its rate over time and its one-way latency, ms. */
export interface KnownCurve {
  curve: RateCurve;
  latencyMs: number;
}

/** Finds the curve of a trace (by path) or a profile (by name); throws an error whose message is one sentence. */
export type CurveOf = (kind: 'trace' | 'profile', name: string) => KnownCurve;
