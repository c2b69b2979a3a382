import { LANES, type Method } from '../delivery/types';
import type { DownTime, LaneLog, RunEvent } from '../run/schema';
import { formatBytes, parseBytes } from '../units';

/** Which lane an event is about: one of them, the first to which it happens, or the last, once it has happened to all. */
export type EventLane = Method | 'any' | 'all';

/** What has to happen in a run for a step to begin. */
export type StepEvent =
  | { on: LaneEventName; lane: EventLane; nth: number }
  | { on: LinkEventName; nth: number }
  | { on: ServerEventName; nth: number }
  | { on: 'received'; lane: EventLane; bytes: number };

/** Events of a lane by their name in a scenario, each with its name in the log. */
const LANE_EVENTS = {
  start: 'start',
  stall: 'stall',
  resume: 'resume',
  ended: 'end',
  failed: 'error',
} as const satisfies Record<string, RunEvent['kind']>;
type LaneEventName = keyof typeof LANE_EVENTS;

const LINK_EVENTS = ['outage', 'restored'] as const;
type LinkEventName = (typeof LINK_EVENTS)[number];

/** Events of the Server room's log, by their names in it. */
const SERVER_EVENTS = ['queued', 'seated', 'done', 'left', 'refused'] as const;
type ServerEventName = (typeof SERVER_EVENTS)[number];

/** The names of all events, for whoever has mistyped one. */
export const EVENT_NAMES: readonly string[] = [
  ...Object.keys(LANE_EVENTS),
  ...LINK_EVENTS,
  ...SERVER_EVENTS,
  'received',
];

/** The words that may stand for a lane. */
export const EVENT_LANES: readonly EventLane[] = [...LANES, 'any', 'all'];

/** The most often that an event is waited for. */
const MAX_NTH = 1000;

const isLaneEvent = (name: string): name is LaneEventName => Object.hasOwn(LANE_EVENTS, name);
const isLinkEvent = (name: string): name is LinkEventName =>
  (LINK_EVENTS as readonly string[]).includes(name);
const isServerName = (name: string): name is ServerEventName =>
  (SERVER_EVENTS as readonly string[]).includes(name);

/** True for an event of the Server room, which no run of Compare has. */
export const isServerEvent = ({ on }: StepEvent): boolean => isServerName(on);

/**
 * Reads "stall(streaming)", "stall(streaming 2)", "ended(all)", "outage", "outage(2)", "received(20MB)" or
 * "received(buffering 20MB)", "seated(2)"; a number is which of them, the first when there is none. A comma may stand between two
 * words, but in a YAML map in braces it would end the value. Null for anything else.
 */
export function parseEvent(text: string): StepEvent | null {
  const [, name, list] = /^\s*([a-z]+)\s*(?:\(([^()]*)\))?\s*$/.exec(text) ?? [];
  if (name === undefined) return null;
  const words = list?.trim().split(/\s*,\s*|\s+/) ?? [];
  const [first] = words;
  const lane = EVENT_LANES.find((each) => each === first);
  if (isLaneEvent(name)) {
    const nth = words.length > 2 ? null : nthOf(words[1]);
    return lane && nth !== null ? { on: name, lane, nth } : null;
  }
  if (isLinkEvent(name) || isServerName(name)) {
    const nth = words.length > 1 ? null : nthOf(first);
    if (nth === null) return null;
    return isServerName(name) ? { on: name, nth } : { on: name, nth };
  }
  if (name !== 'received') return null;
  // A size may have a blank before its unit.
  const bytes = bytesOf((lane ? words.slice(1) : words).join(''));
  return bytes === null ? null : { on: name, lane: lane ?? 'any', bytes };
}

/** The text that parseEvent reads back as the same event. */
export function formatEvent(event: StepEvent): string {
  if (event.on === 'received')
    return `received(${event.lane} ${formatBytes(event.bytes).replace(' ', '')})`;
  const nth = event.nth > 1 ? String(event.nth) : '';
  const words = 'lane' in event ? [event.lane, nth] : [nth];
  const list = words.filter(Boolean).join(' ');
  return list === '' ? event.on : `${event.on}(${list})`;
}

/** The method that an event names; null for any or all of them, and for the link's own. */
export function methodOf(event: StepEvent): Method | null {
  const lane = 'lane' in event ? event.lane : 'any';
  return lane === 'any' || lane === 'all' ? null : lane;
}

function nthOf(text: string | undefined): number | null {
  if (text === undefined) return 1;
  const nth = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return nth >= 1 && nth <= MAX_NTH ? nth : null;
}

function bytesOf(text: string): number | null {
  try {
    const bytes = parseBytes(text);
    return bytes > 0 ? bytes : null;
  } catch {
    return null;
  }
}

/** What the events of a run are read from: its log so far, or a whole one. */
export interface EventLog {
  lanes: readonly Pick<LaneLog, 'method' | 'events' | 'chunks'>[];
  outages: readonly DownTime[];
  /** Of the Server room: what its log holds, ascending. */
  server?: readonly { tMs: number; kind: string }[];
}

/** When an event came, ms of the run's clock; null as long as it has not. A function of the log alone. */
export function eventMs(
  event: StepEvent,
  { lanes, outages, server = [] }: EventLog,
): number | null {
  switch (event.on) {
    case 'outage':
      return joined(outages)[event.nth - 1]?.fromMs ?? null;
    case 'restored':
      return joined(outages).filter(({ lasts }) => !lasts)[event.nth - 1]?.toMs ?? null;
    case 'queued':
    case 'seated':
    case 'done':
    case 'left':
    case 'refused':
      return server.filter(({ kind }) => kind === event.on)[event.nth - 1]?.tMs ?? null;
    case 'received':
      return ofLanes(event.lane, lanes, (lane) => receivedMs(lane, event.bytes));
    case 'start':
    case 'stall':
    case 'resume':
    case 'ended':
    case 'failed': {
      const kind = LANE_EVENTS[event.on];
      return ofLanes(event.lane, lanes, ({ events }) => nthMs(events, kind, event.nth));
    }
  }
}

type LoggedLane = EventLog['lanes'][number];

function ofLanes(
  which: EventLane,
  lanes: readonly LoggedLane[],
  msOf: (lane: LoggedLane) => number | null,
): number | null {
  const own = which === 'any' || which === 'all' ? lanes : lanes.filter((l) => l.method === which);
  const moments = own.map(msOf);
  const come = moments.filter((ms) => ms !== null);
  if (come.length === 0 || (which === 'all' && come.length < moments.length)) return null;
  return which === 'all' ? Math.max(...come) : Math.min(...come);
}

function nthMs(events: readonly RunEvent[], kind: RunEvent['kind'], nth: number): number | null {
  let left = nth;
  for (const event of events) {
    if (event.kind === kind && --left === 0) return event.tMs;
  }
  return null;
}

function receivedMs({ chunks, events }: LoggedLane, bytes: number): number | null {
  const stretch = chunks.find(({ toBytes }) => toBytes >= bytes);
  if (stretch || chunks.length > 0) return stretch?.receivedMs ?? null;
  const arrival = events.find((e) => e.kind === 'chunk-received' && (e.bytes ?? 0) >= bytes);
  return arrival?.tMs ?? null;
}

/** Times in which the link is down, each from the moment it goes to the moment it is back, whatever holds it. */
function joined(outages: readonly DownTime[]): DownTime[] {
  const apart: DownTime[] = [];
  for (const down of outages) {
    const last = apart.at(-1);
    if (!last || down.fromMs > last.toMs) apart.push({ ...down });
    else if (down.toMs >= last.toMs) Object.assign(last, { ...down, fromMs: last.fromMs });
  }
  return apart;
}
