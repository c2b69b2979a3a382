import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { sameLink } from '../../model/link/spec/spec';
import { messageOf } from '../../model/message-of';
import { pickedCamera } from './picked-camera';
import { keepRun } from '../live/keep-run';
import { createLiveRun } from '../live/live-run';
import type { RunState } from '../live/types';
import { INITIAL } from './initial';
import { fittedAtOpening, fittedByHand } from './fitting';
import { openingActions } from './opening';
import { RunManager } from '../live/run-manager';
import { preferences } from './preferences';
import type { Session } from './types';
import { kindOf } from '../../model/source/kinds';
import { say } from '../ui/words';
import { tell } from '../window/said';

export type { Session, SessionActions, SessionState } from './types';

/** The one session of this window; drawing code may read it outside React. */
export const session = createStore<Session>()((set, get) => {
  const keeper = new RunManager({
    set,
    get,
    create: (options) => createLiveRun(options, window.bufferscope),
    adopt(run) {
      const { volume, muted } = preferences.getState();
      run.setAudible(get().audible);
      run.setBreak(get().breakAt);
      run.setVolume(volume, muted);
      keepRun(run, window.bufferscope, (error) =>
        tell(say('runs.notKept', { message: messageOf(error) })),
      );
    },
  });
  const { openInitial, ...opening } = openingActions({
    set,
    get,
    bridge: () => window.bufferscope,
    opened(media) {
      set({ media, refusal: null, ...fittedAtOpening(get(), media) });
      const { camera, name } = media;
      if (camera) pickedCamera.setState({ picked: { choice: camera, name } });
      keeper.prepare(false);
      void readPreferences().then(({ recent }) => set({ recent }));
    },
  });

  const readPreferences = () => window.bufferscope.request('preferences:get');
  /** A run that goes on keeps what it was started with; one that stands is made anew. */
  const changed = () => {
    const { run, media } = get();
    const phase = run?.store.getState().phase;
    if (media && phase !== 'running' && phase !== 'paused') keeper.prepareSoon();
  };

  return {
    ...INITIAL,
    ...opening,
    async init() {
      const kept = await readPreferences();
      preferences.getState().load(kept);
      set({ recent: kept.recent });
      const opening = openInitial();
      set({ booted: true });
      await opening;
    },
    suspend() {
      const { media, run } = get();
      if (kindOf(media).endless) keeper.leave();
      else run?.pause();
    },
    resume() {
      const { media, run } = get();
      if (kindOf(media).endless && !run) keeper.prepare(false);
    },
    setSettings(change) {
      const { media, settings: before } = get();
      const settings = { ...before, ...change };
      set({ settings, media: media && change.live ? kindOf(media).sized(media, settings) : media });
      changed();
    },
    setLink(link) {
      if (sameLink(link, get().link)) return;
      set({ link });
      changed();
    },
    setSeed(seed) {
      if (seed === get().seed) return;
      set({ seed });
      changed();
    },
    setFit(on) {
      set(fittedByHand(get(), on));
      changed();
    },
    startOrPause: () => keeper.startOrPause(),
    restart() {
      const { run, media } = get();
      if (!media || keeper.startSoon()) return;
      // A run that has not begun is at its beginning already.
      if (run?.store.getState().phase === 'ready') run.start();
      else keeper.prepare(true);
    },
    reset() {
      if (get().media) keeper.prepare(false);
    },
    step: (deltaMs) => get().run?.step(deltaMs),
    show(tMs) {
      const { run } = get();
      run?.step(tMs - run.shownMs());
    },
    setCut(down) {
      const { run } = get();
      if (run && (!down || run.store.getState().phase === 'running')) run.setCut(down);
    },
    setAudible(audible) {
      set({ audible });
      get().run?.setAudible(audible);
    },
    setBreak(breakAt) {
      set({ breakAt });
      get().run?.setBreak(breakAt);
    },
  };
});

preferences.subscribe(({ volume, muted }, before) => {
  if (volume === before.volume && muted === before.muted) return;
  session.getState().run?.setVolume(volume, muted);
});

/** The session in a component; it renders again only when what `select` returns has changed. */
export function useSession<T>(select: (s: Session) => T): T {
  return useStore(session, select);
}

type Readable<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;
const noRun: Readable<RunState | null> = createStore<RunState | null>()(() => null);

/** The state of the session's run in a component; `select` gets null while there is no run. */
export function useRunState<T>(select: (s: RunState | null) => T): T {
  const store: Readable<RunState | null> | undefined = useSession((s) => s.run?.store);
  return useStore(store ?? noRun, select);
}
