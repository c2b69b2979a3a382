import type { PlayerState } from '../delivery/types';
import { downAt, type Down } from './down-time';
import type { DownTime, LaneLog, Sample, StateChange } from './schema';

/** What a lane's link does at a moment, for the pipe. */
export type LinkState = 'idle' | 'flowing' | 'held-back' | 'outage' | 'cut' | 'done';

/** Everything the picture of one lane needs at one moment: interpolated between two known samples. */
export interface LaneFrame extends Sample {
  link: LinkState;
  /** Bytes that moved per second of the run's clock, over the last sample interval. */
  rate: number;
  /** The chunk on the link, from 1; 0 when none. */
  chunkNumber: number;
  /** Share of that chunk that has been sent, [0, 1). */
  chunkShare: number;
  /** How long the link has been down, ms; 0 when it is up. */
  linkDownMs: number;
  /** How long the current stall has lasted, ms; 0 when not stalled. */
  stalledMs: number;
}

/** What any moment of a lane is drawn from: its log, and the outages of the run's log, which all its lanes share. */
export interface LaneTrack {
  log: Pick<LaneLog, 'rules' | 'sourceBytes' | 'samples' | 'states' | 'stalls'>;
  /** Ascending by their start. */
  outages: readonly DownTime[];
}

/** The lane as it was at tMs: between two samples by share of the time, outside them as the nearest one. */
export function frameAt({ log, outages }: LaneTrack, tMs: number): LaneFrame {
  const { samples, states, stalls } = log;
  const next = firstAfter(samples, tMs);
  const before = samples[next - 1] ?? samples[0] ?? NOTHING_YET;
  const after = next > 0 ? (samples[next] ?? before) : before;
  const sample = between(before, after, tMs);
  const down = downAt(outages, tMs);
  const { rate, heldBack } = sendingAt(samples, tMs);
  const link = linkState(log, sample, rate, down, heldBack);
  return {
    ...sample,
    state: stateAt(states, tMs),
    link,
    rate,
    ...chunkOnLink(log, sample.sentBytes, link),
    linkDownMs: down && link !== 'done' ? tMs - down.sinceMs : 0,
    stalledMs: stalledFor(stalls, tMs),
  };
}

/** A lane before its first sample. */
export const NOTHING_YET: Sample = {
  tMs: 0,
  state: 'starting',
  readBytes: 0,
  heldBytes: 0,
  sentBytes: 0,
  receivedBytes: 0,
  playedBytes: 0,
  positionS: 0,
  bufferedBytes: 0,
  bufferedS: 0,
  rssBytes: 0,
};

const MEASURES = [
  'readBytes',
  'heldBytes',
  'sentBytes',
  'receivedBytes',
  'playedBytes',
  'positionS',
  'bufferedBytes',
  'bufferedS',
  'rssBytes',
] as const;

/** Index of the first item later than tMs; their number when none is. */
export function firstAfter(items: readonly { tMs: number }[], tMs: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.tMs ?? Infinity) <= tMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One share for every measure: so what is played stays within what is received, and so on, as in both samples. */
function between(a: Sample, b: Sample, tMs: number): Sample {
  const share = b.tMs > a.tMs ? Math.min(1, Math.max(0, (tMs - a.tMs) / (b.tMs - a.tMs))) : 0;
  const sample = { ...a, tMs };
  for (const measure of MEASURES) sample[measure] += (b[measure] - a[measure]) * share;
  return sample;
}

/**
 * How the link carried in the stretch between two samples in which a moment lies. What the newest sample tells of the
 * stretch before it holds until the next one is due: a run that is paused stands at such a moment.
 */
function sendingAt(samples: readonly Sample[], tMs: number): { rate: number; heldBack: boolean } {
  const next = firstAfter(samples, tMs);
  const isNewest = next === samples.length && next > 1;
  const [before, after] = isNewest ? samples.slice(-2) : [samples[next - 1], samples[next]];
  if (!before || !after) return { rate: 0, heldBack: after?.heldBack === true };
  const spanMs = after.tMs - before.tMs;
  if (tMs - after.tMs > spanMs) return { rate: 0, heldBack: false };
  return {
    rate: ((after.sentBytes - before.sentBytes) / spanMs) * 1000,
    heldBack: after.heldBack === true,
  };
}

/** The player's state at a moment. */
export function stateAt(states: readonly StateChange[], tMs: number): PlayerState {
  return states[firstAfter(states, tMs) - 1]?.state ?? 'starting';
}

function linkState(
  { sourceBytes, samples }: LaneTrack['log'],
  { sentBytes }: Sample,
  rate: number,
  down: Down | null,
  heldBack: boolean,
): LinkState {
  if (samples.length > 0 && sentBytes >= (sourceBytes ?? Infinity)) return 'done';
  if (down) return down.byHand ? 'cut' : 'outage';
  if (rate > 0) return heldBack ? 'held-back' : 'flowing';
  return heldBack ? 'held-back' : 'idle';
}

function chunkOnLink(
  { rules: { chunkBytes }, sourceBytes }: LaneTrack['log'],
  sentBytes: number,
  link: LinkState,
): Pick<LaneFrame, 'chunkNumber' | 'chunkShare'> {
  const from = Math.floor(sentBytes / chunkBytes) * chunkBytes;
  const size = Math.min(chunkBytes, (sourceBytes ?? Infinity) - from);
  if (link === 'done' || (link === 'idle' && sentBytes === 0) || size <= 0) {
    return { chunkNumber: 0, chunkShare: 0 };
  }
  return { chunkNumber: from / chunkBytes + 1, chunkShare: (sentBytes - from) / size };
}

function stalledFor(stalls: LaneLog['stalls'], tMs: number): number {
  for (let i = stalls.length - 1; i >= 0; i--) {
    const stall = stalls[i];
    if (!stall || stall.atMs > tMs) continue;
    return tMs < stall.atMs + (stall.durationMs ?? Infinity) ? tMs - stall.atMs : 0;
  }
  return 0;
}

/** How old the picture on the screen is, ms; null before the first: until it plays, a note stands in its place. */
export function shownDelayMs({
  liveDelayMs,
  state,
}: Pick<Sample, 'liveDelayMs' | 'state'>): number | null {
  return state === 'starting' ? null : (liveDelayMs ?? null);
}
