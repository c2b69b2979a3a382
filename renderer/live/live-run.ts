import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../electron/ipc/contract';
import { KIND_PLAYING } from './kind-playing';
import { LaneRun } from './lane-run';
import { collectPorts } from './lane-ports';
import { Outages } from './outages';
import { RunClock } from './run-clock';
import { ChangingLink } from '../../model/link/changing-link';
import { planLanes, planRun, runSource, type RunPlan } from '../../model/run/run-plan';
import { StartedRun } from './started-run';
import type { LiveRun, LiveRunOptions, RunState } from './types';
import { kindOf } from '../../model/source/kinds';

/** A reader that has not come up by then never will, ms. */
const READY_MS = 30_000;

const wallMs = (): number => performance.now();

/** Makes a run ready: its readers are up, their clocks known, its players empty. Throws when none could be started. */
export async function createLiveRun(options: LiveRunOptions, bridge: Bridge): Promise<LiveRun> {
  const { link: spec, seed } = options;
  const { settings } = planLanes(options.media, options.settings);
  const link = new ChangingLink(spec, seed);
  const kind = kindOf(options.media);
  const playing = KIND_PLAYING.of(options.media);
  const clock = new RunClock(settings.speed, wallMs);
  const outages = new Outages(link);
  const runId = crypto.randomUUID();
  const app = await bridge.request('app:info');
  const fileSha256 = settings.verify
    ? await bridge.request('media:hash', { mediaId: options.media.id })
    : null;
  // From here on it is the run that lets go of the camera.
  const feed = (await playing.openFeed?.(options, settings, () => lanes)) ?? null;
  const source = feed ? { ...options.media, picture: feed.picture } : options.media;
  const media = runSource(source, settings.consumeRate, feed?.index);
  const plan: RunPlan = { ...planRun(media, settings, spec, seed), link };

  const store = createStore<RunState>(() => ({
    phase: 'preparing',
    lanes: {},
    cut: false,
    audible: settings.methods[0] ?? 'streaming',
    volume: 1,
    muted: false,
    shownMs: null,
  }));
  const lanes = plan.rules.map((rules) => {
    const lane: LaneRun = new LaneRun({
      rules,
      media,
      link,
      outages,
      clock,
      wallMs,
      fileSha256,
      createPlayer: (events) =>
        playing.createPlayer({
          media,
          settings,
          rules,
          nowMs: () => clock.nowMs(),
          requestKeyFrame: () => feed?.requestKeyFrame(),
          events,
        }),
      dropped: () => feed?.dropped ?? null,
      changed: () => run.laneChanged(lane),
    });
    return lane;
  });
  const run = new StartedRun({
    options,
    plan,
    feed,
    bridge,
    runId,
    clock,
    link,
    outages,
    lanes,
    store,
    wallMs,
    app,
    fileSha256,
    stopListening: [
      collectPorts(window, runId, (method, port) =>
        lanes.find((lane) => lane.method === method)?.attach(port),
      ),
      bridge.on('run:lane-exited', (notice) => {
        if (notice.runId !== runId) return;
        lanes.find((lane) => lane.method === notice.method)?.readerExited(notice.code);
      }),
    ],
  });
  try {
    await bridge.request('run:open-lanes', {
      runId,
      mediaId: kind.endless ? null : media.id,
      link: spec,
      seed,
      lanes: lanes.map((lane) => lane.rules),
    });
  } catch (error) {
    await run.dispose();
    throw error;
  }
  await allReady(lanes);
  store.setState({ phase: 'ready' });
  return run;
}

/** Settles when every lane is ready or has failed. */
async function allReady(lanes: readonly LaneRun[]): Promise<void> {
  const ready = Promise.all(lanes.map((lane) => lane.ready));
  const tooLate = setTimeout(() => {
    for (const lane of lanes) lane.notReady();
  }, READY_MS);
  await ready;
  clearTimeout(tooLate);
}
