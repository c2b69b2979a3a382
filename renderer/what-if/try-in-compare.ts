import { METHODS } from '../../model/delivery/types';
import { rooms } from '../window/rooms';
import { session } from '../session/session';
import { room } from './state/room-state';
import type { Setup } from './state/setup';

/** Sets the chosen settings, link and seed in Compare, goes there and starts; with nothing open, over the sample. */
export async function tryInCompare({ scenario }: Setup, seed: number): Promise<void> {
  const { settings, link } = scenario;
  const now = session.getState();
  rooms.getState().go('compare');
  if (!now.media) await now.openSample();
  if (!session.getState().media) return;
  // What is looked at is what is run: the memory of a server that does not wait, or the three methods.
  const backpressureOff = room.getState().view === 'memory' ? 'streaming' : null;
  now.setSettings({ ...settings, backpressureOff, methods: [...METHODS] });
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
