import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LessonRun } from '../../../model/lesson/types';
import type { LinkSpec } from '../../../model/link/types';
import { messageOf } from '../../../model/message-of';
import type { MediaProgress } from '../../../model/media/types';
import type { RunPhase } from '../../../model/run/run-view';
import type { RunLog, RunSettings } from '../../../model/run/schema';
import { keepRun } from '../../live/keep-run';
import { createLiveRun } from '../../live/live-run';
import { RunManager, type ManagedState } from '../../live/run-manager';
import { loadLink } from '../../link/load-link';
import { INITIAL } from '../../session/initial';
import { beginning } from '../../session/opening';
import { preferences } from '../../session/preferences';
import { say } from '../../ui/words';
import { tell } from '../../window/said';

/** A lesson's own run of lanes in the lesson's own place: nothing of Compare's is touched. */
export interface RunnerState extends ManagedState {
  /** The run of the lesson that is set; null while none is. */
  set: LessonRun | null;
  /** How far the opening is of what the run delivers; null while nothing is opened. */
  opening: MediaProgress | null;
}

const store = createStore<RunnerState>()(() => ({
  ...{ settings: INITIAL.settings, link: INITIAL.link, seed: INITIAL.seed },
  ...{ media: null, run: null, preparing: false, problem: null, refusal: null, lastLog: null },
  set: null,
  opening: null,
}));

let isKept = false;
const manager = new RunManager({
  set: (change) => store.setState(change),
  get: store.getState,
  create: (options) => createLiveRun(options, window.bufferscope),
  adopt(run) {
    const { volume, muted } = preferences.getState();
    run.setAudible(run.plan.settings.methods.at(-1) ?? 'streaming');
    run.setVolume(volume, muted);
    if (!isKept) return;
    keepRun(run, window.bufferscope, (error) =>
      tell(say('runs.notKept', { message: messageOf(error) })),
    );
  },
});

/** A part of what the runner knows, for React. */
export const useRunner = <T>(select: (state: RunnerState) => T): T => useStore(store, select);

const NO_RUN = createStore<{ phase: RunPhase }>(() => ({ phase: 'preparing' }));

/** How far the run of lanes is; "preparing" while there is none. */
export function useLaneRunPhase(): RunPhase {
  const run = useRunner((s) => s.run);
  return useStore(run?.store ?? NO_RUN, ({ phase }: { phase: RunPhase }) => phase);
}

/** Counts the runs that were asked for: the newest one wins. */
let turn = 0;

/** What a learner has changed of a run that is tried. */
export interface OwnSettings {
  settings?: Partial<RunSettings>;
  link?: LinkSpec;
}

/** Makes a run of a lesson ready, and starts it when asked; what it delivers is opened when it is first needed. */
export async function setLaneRun(
  run: LessonRun,
  { start, keep, own = {} }: { start: boolean; keep: boolean; own?: OwnSettings },
): Promise<void> {
  const { scenario } = run;
  if (!scenario) return;
  const mine = ++turn;
  isKept = keep;
  const settings = { ...scenario.settings, ...own.settings };
  const known = opened.get(JSON.stringify(scenario.media)) ?? null;
  // What is shown meanwhile are the lanes that will run.
  store.setState({ set: run, problem: null, media: known, settings });
  try {
    const media = await mediaOf(scenario.media);
    const link = own.link ?? (await loadLink(scenario.link)).link;
    if (mine !== turn) return;
    store.setState({ media, settings, link, seed: scenario.seed });
    manager.prepare(start);
  } catch (error) {
    if (mine === turn) store.setState({ problem: messageOf(error) });
  }
}

/** Starts, pauses or continues the run that is set; a run that has ended is made again. */
export function startOrPauseLanes(): void {
  if (store.getState().set) manager.startOrPause();
}

/** Cuts the link by hand or joins it again. */
export function setCut(down: boolean): void {
  const { run } = store.getState();
  if (run && (!down || run.store.getState().phase === 'running')) run.setCut(down);
}

/** Ends the run and lets go of all that it holds. */
export function leaveLaneRun(): void {
  turn += 1;
  manager.leave();
  store.setState({ set: null, problem: null });
}

/** Calls back with the log of every run that comes to its end; returns the way to stop. */
export function followLaneEnds(ended: (run: LessonRun, log: RunLog) => void): () => void {
  let stop = (): void => undefined;
  const follow = ({ run, set }: RunnerState): void => {
    stop();
    if (!run || !set) return;
    const look = (): void => {
      if (run.state().phase !== 'ended') return;
      stop();
      ended(set, run.log());
    };
    stop = run.subscribe(look);
  };
  const unsubscribe = store.subscribe((now, before) => {
    if (now.run !== before.run) follow(now);
  });
  follow(store.getState());
  return () => {
    unsubscribe();
    stop();
  };
}

type LessonMedia = NonNullable<LessonRun['scenario']>['media'];
const opened = new Map<string, NonNullable<RunnerState['media']>>();

/** Opened once in this window; throws the sentence of what cannot be. */
async function mediaOf(media: LessonMedia): Promise<NonNullable<RunnerState['media']>> {
  if (media.kind === 'camera') throw new Error(say('lessons.noCamera'));
  const key = JSON.stringify(media);
  const known = opened.get(key);
  if (known) return known;
  const { bufferscope } = window;
  const name = media.kind === 'file' ? (media.path.split(/[\\/]/).at(-1) ?? media.path) : '';
  store.setState({ opening: beginning(name) });
  const stop = bufferscope.on('media:progress', (opening) => store.setState({ opening }));
  try {
    const result = await bufferscope.request('lessons:media', media);
    if (!result.ok) throw new Error(result.refusal.message);
    opened.set(key, result.media);
    return result.media;
  } finally {
    stop();
    store.setState({ opening: null });
  }
}

/** Stops the opening of what a lesson delivers; its stage then says so. */
export function cancelLessonOpening(): void {
  void window.bufferscope.request('media:cancel');
}
