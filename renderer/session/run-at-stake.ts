import { session } from './session';

/** A run in Compare that would be lost, at its moment on the run's clock, ms. */
export interface RunAtStake {
  name: string;
  atMs: number;
}

/** The run that stands half-way in Compare; null when nothing would be lost. */
export function runAtStake(): RunAtStake | null {
  const { run } = session.getState();
  const phase = run?.store.getState().phase;
  if (!run || (phase !== 'running' && phase !== 'paused')) return null;
  return { name: run.plan.media.name, atMs: run.nowMs() };
}
