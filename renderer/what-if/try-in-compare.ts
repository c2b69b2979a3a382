import { METHODS } from '../../model/delivery/types';
import { rooms } from '../window/rooms';
import { session } from '../session/session';
import type { Setup } from './state/setup';

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

/** Sets the chosen settings, link and seed in Compare, goes there and starts; with nothing open, over the sample. */
export async function tryInCompare({ scenario }: Setup, seed: number): Promise<void> {
  const { settings, link } = scenario;
  const now = session.getState();
  rooms.getState().go('compare');
  if (!now.media) await now.openSample();
  if (!session.getState().media) return;
  now.setSettings({ ...settings, methods: [...METHODS] });
  now.setLink(link);
  now.setSeed(seed);
  now.restart();
}

/** Goes to Compare and runs what is set there, so that there is something measured. */
export async function runOnce(): Promise<void> {
  const now = session.getState();
  rooms.getState().go('compare');
  if (!now.media) await now.openSample();
  const { media, run } = session.getState();
  const phase = run?.store.getState().phase;
  if (phase === 'paused') return run?.continue();
  if (media && phase !== 'running') now.restart();
}
