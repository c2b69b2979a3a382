import type { MeasuredRun } from '../../../model/lesson/run-measures';
import type { LessonRun, ServerRun } from '../../../model/lesson/types';
import type { RunPhase } from '../../../model/run/run-view';
import {
  followLaneEnds,
  leaveLaneRun,
  setLaneRun,
  startOrPauseLanes,
  useLaneRunPhase,
  useRunner,
  type OwnSettings,
} from './lane-runner';
import {
  followServerEnds,
  leaveServerRun,
  setServerRun,
  startOrEndServerRun,
  useServerRun,
} from './server-runner';

/** What a learner has changed of a run that is tried, of whichever room it is. */
export interface OwnRun extends OwnSettings {
  server?: Partial<ServerRun>;
}

interface SetOptions {
  start: boolean;
  /** Whether it is kept among the runs, where it is one of Compare's. */
  keep: boolean;
  own?: OwnRun;
}

let isServer = false;

/** Makes a run of a lesson ready, and starts it when asked; the one before it is left. */
export async function setRun(run: LessonRun, { start, keep, own = {} }: SetOptions): Promise<void> {
  isServer = run.server !== null;
  if (!isServer) {
    leaveServerRun();
    return setLaneRun(run, { start, keep, own });
  }
  leaveLaneRun();
  setServerRun(run, { start, ...(own.server && { own: own.server }) });
}

/** Starts the run that is set; pauses or goes on with one of lanes, and ends one of a server. */
export function startOrPause(): void {
  if (isServer) startOrEndServerRun();
  else startOrPauseLanes();
}

/** Ends the run and lets go of all that it holds. */
export function leaveRun(): void {
  leaveServerRun();
  leaveLaneRun();
}

/** Calls back with what every run that comes to its end is measured by; returns the way to stop. */
export function followEnds(ended: (run: LessonRun, log: MeasuredRun) => void): () => void {
  const stops = [
    followLaneEnds((run, log) => ended(run, { ...log, outages: log.link.outages })),
    followServerEnds((run, clients) => ended(run, { lanes: [], outages: [], clients })),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The run that is set, for React. */
export function useSetRun(): LessonRun | null {
  const ofLanes = useRunner((s) => s.set);
  const ofServer = useServerRun((s) => s.set);
  return ofServer ?? ofLanes;
}

/** How far the run is that is set; "preparing" while there is none. */
export function useRunPhase(): RunPhase {
  const ofLanes = useLaneRunPhase();
  const ofServer = useServerRun((s) => s.phase);
  const server = useServerRun((s) => s.set !== null);
  return server ? ofServer : ofLanes;
}
