import type { LaneRecorder } from './recorder';

/** What hears of all that happens in a simulated lane: a log, or no more than somebody wants to know. */
export interface RunRecorder extends Pick<
  LaneRecorder,
  'event' | 'sample' | 'counted' | 'decided'
> {
  /** True once nothing more is wanted of the run. */
  readonly done?: boolean;
}
