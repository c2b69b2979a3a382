import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DeliverySettings } from '../../../model/delivery/types';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import type { SweepAxis } from '../../../model/sweep/types';
import { axisStep, type Reach } from './axis-values';
import type { LinkChoice } from './room-link';
import { meanRate, type RoomSource } from './room-source';
import { roundSize } from '../../apparatus/tile-scale';

/** How many runs there may be at each value. */
export const SEED_COUNTS = [1, 12, 40, 100] as const;
export type SeedCount = (typeof SEED_COUNTS)[number];

/** What the lower panel shows. */
export const VIEWS = ['strips', 'curves', 'methods', 'memory', 'paper'] as const;
export type View = (typeof VIEWS)[number];

/** What a person has set in the room; it stays while other rooms are shown. */
export interface RoomState {
  /** The source that the sizes were chosen for. */
  sourceId: string | null;
  axis: SweepAxis;
  reach: Reach;
  seedCount: SeedCount;
  settings: DeliverySettings;
  link: LinkChoice;
  /** What the sliders say; null is the link's own. Bytes per second and ms. */
  rate: number | null;
  outageMs: number | null;
  view: View;
  /** Where the start line of the curves was dragged to, ms; null is the run's own start. */
  startMs: number | null;
  /** Grows with every request to work it all out again. */
  again: number;
}

/** The state of the What if room. */
export const room = createStore<RoomState>()(() => ({
  sourceId: null,
  axis: 'prefetch',
  reach: 1,
  seedCount: 12,
  settings: DEFAULT_SETTINGS,
  link: { kind: 'preset', preset: 'dropouts' },
  rate: null,
  outageMs: null,
  view: 'strips',
  startMs: null,
  again: 0,
}));

/** A part of the room's state, for React. */
export function useRoomState<T>(select: (state: RoomState) => T): T {
  return useStore(room, select);
}

/** The prefetch that is just enough for the room's dropouts, and what may be held ahead, in hundredths of a source. */
const PREFETCH = 11;
const AHEAD = 30;

/** A reader whose backpressure is off reads so many times as fast as the source is played. */
const READ_UNITS = 12;

/** Sizes that suit a source: its hundredth as the chunk, a prefetch that is enough, and room for larger ones. */
export function settingsFor(source: RoomSource): DeliverySettings {
  const step = axisStep('prefetch', source);
  const chunkBytes = Math.max(1024, Math.min(DEFAULT_SETTINGS.chunkBytes, step));
  return {
    ...DEFAULT_SETTINGS,
    chunkBytes,
    prefetchBytes: PREFETCH * step,
    maxAheadBytes: AHEAD * step,
    readRate: READ_UNITS * roundSize(meanRate(source)),
  };
}

/** Takes up a source: what was set for another one does not suit it. */
export function takeUp(source: RoomSource): void {
  if (room.getState().sourceId === source.id) return;
  room.setState({
    sourceId: source.id,
    settings: settingsFor(source),
    rate: null,
    outageMs: null,
    startMs: null,
  });
}

/** The link is another one: its own rate and outages hold. */
export function chooseLink(link: LinkChoice): void {
  room.setState({ link, rate: null, outageMs: null, startMs: null });
}
