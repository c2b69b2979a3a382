import { encodeCmcd, type Cmcd, type CmcdEventType, type CmcdPlayerState } from '@svta/cml-cmcd';
import type { PlayerState } from '../delivery/types';
import { kindOf } from '../source/kinds';
import { firstAfter, stateAt } from '../run/frame';
import type { LaneLog, RunLog } from '../run/schema';
import type { KeptRun } from './kept-lines';
import { stallSpans, type Span } from './summary';

/** A time interval event each so many ms; the standard leaves it to the application. */
export const INTERVAL_MS = 1000;

/** Our player states are those of CMCD v2. */
const STA: Readonly<Record<PlayerState, CmcdPlayerState>> = {
  starting: 's',
  playing: 'p',
  rebuffering: 'r',
  paused: 'a',
  ended: 'e',
  failed: 'f',
};

/** An event before it is written: when, ms of the run, and which. */
interface Due {
  tMs: number;
  e: CmcdEventType;
  sta?: CmcdPlayerState;
  ec?: string;
}

/**
 * A run as CMCD version 2 in event mode (CTA-5004-B, "Common Media Client Data"), one event a line, as in the
 * body of an event report, which ends without a line feed: play state changes (`ps`), errors (`e`) and time intervals (`t`), each lane a session of its own.
 * `ts` is ms since 1970, or of the run where nobody knows when it began; `bl` is to 100 ms; `bs` stands where the buffer
 * was starved since the line before; `bsd` stands once for every stall, on the first line after it; `msd`, the startup
 * delay, stands once.
 */
export function cmcdLines({ log, startedMs }: Pick<KeptRun, 'log' | 'startedMs'>): string {
  const lanes = log.lanes.map((lane) => linesOf(lane, log, startedMs ?? 0));
  return lanes
    .flat()
    .sort((a, b) => a.tMs - b.tMs)
    .map(({ line }) => line)
    .join('\n');
}

function linesOf(lane: LaneLog, log: RunLog, startedMs: number): { tMs: number; line: string }[] {
  const { method, stalls } = lane;
  const spans = stallSpans(lane, log.lengthMs);
  const session: Cmcd = {
    v: 2,
    cid: idOf(log.media.name),
    sid: `${String(Math.round(startedMs))}-${method}`,
    st: kindOf(log.media).endless ? 'l' : 'v',
    sf: 'o',
  };
  let beforeMs = -1;
  let isStartTold = false;
  return dueOf(lane, log.lengthMs).map(({ tMs, e, sta, ec }, sn) => {
    const isStarted = lane.startupDelayMs !== null && lane.startupDelayMs <= tMs;
    const ended = spans.filter(
      ([, toMs], i) => stalls[i]?.durationMs !== null && toMs > beforeMs && toMs <= tMs,
    );
    const event: Cmcd = {
      ...session,
      ...{ e, sn, ts: Math.round(startedMs + tMs), sta: sta ?? STA[stateAt(lane.states, tMs)] },
      bl: [Math.round((bufferedSAt(lane, tMs) * 1000) / 100) * 100],
      ...(starvedBetween(spans, beforeMs, tMs) && { bs: true }),
      ...(ended.length > 0 && { bsd: ended.map(([fromMs, toMs]) => Math.round(toMs - fromMs)) }),
      ...(isStarted && !isStartTold && { msd: Math.round(lane.startupDelayMs ?? 0) }),
      ...(ec !== undefined && { ec: [ec] }),
    };
    isStartTold ||= isStarted;
    beforeMs = tMs;
    return { tMs, line: encodeCmcd(event, { version: 2, reportingMode: 'event' }) };
  });
}

/** The longest content id, characters. */
const MAX_ID = 128;

/** A name as a content id: what a structured field's text cannot hold is percent-encoded, as in an address. */
function idOf(name: string): string {
  const id = name
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\x20-\x7e]/gu, encodeURIComponent);
  return id.slice(0, MAX_ID).replace(/%.?$/, '');
}

/** All events of a lane, ascending; none behind its end. */
function dueOf(lane: LaneLog, lengthMs: number): Due[] {
  const lastMs = Math.min(lengthMs, lane.endedMs ?? lengthMs);
  const due: Due[] = lane.states.map(({ tMs, state }) => ({ tMs, e: 'ps', sta: STA[state] }));
  for (let tMs = INTERVAL_MS; tMs <= lastMs; tMs += INTERVAL_MS) due.push({ tMs, e: 't' });
  const failed = lane.states.find(({ state }) => state === 'failed');
  if (lane.error) due.push({ tMs: failed?.tMs ?? lastMs, e: 'e', ec: lane.error.code });
  return due.sort((a, b) => a.tMs - b.tMs);
}

const starvedBetween = (stalls: readonly Span[], fromMs: number, toMs: number): boolean =>
  stalls.some(([beginMs, endMs]) => beginMs <= toMs && endMs > fromMs);

const bufferedSAt = ({ samples }: LaneLog, tMs: number): number =>
  Math.max(0, samples[firstAfter(samples, tMs) - 1]?.bufferedS ?? 0);
