import { parseCommandLine } from '../../../electron/main/headless/command-line';
import { createStore } from 'zustand/vanilla';
import { onTestFinished } from 'vitest';
import type { Bridge } from '../../../electron/ipc/contract';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import type { BaseMethod } from '../../../model/delivery/types';
import { ChangingLink } from '../../../model/link/changing-link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { planRun } from '../../../model/run/run-plan';
import type { RunSettings } from '../../../model/run/schema';
import { Outages } from '../../../renderer/live/outages';
import { RunClock } from '../../../renderer/live/run-clock';
import { StartedRun } from '../../../renderer/live/started-run';
import type { RunState } from '../../../renderer/live/types';
import { LaneRig, type RigOptions } from './lane-rig';

const wallMs = (): number => performance.now();

const GIVEN = (() => {
  const command = parseCommandLine([]);
  if (command.kind !== 'window') throw new Error('A window is opened without arguments.');
  return command.request;
})();

const APP = {
  version: '0',
  electron: '0',
  chrome: '0',
  node: '0',
  platform: 'test',
  headless: null,
  check: false,
  tellsProgress: false,
  notes: [],
  scenario: null,
  lesson: null,
  profile: null,
  live: null,
  given: GIVEN,
};

const READY: RunState = {
  phase: 'ready',
  lanes: {},
  cut: false,
  audible: 'streaming',
  volume: 1,
  muted: false,
  shownMs: null,
};

interface RunRigOptions {
  methods: BaseMethod[];
  link: string;
  settings: Partial<RunSettings>;
  /** Of every lane. */
  lane?: Pick<RigOptions, 'bytes' | 'settings'>;
  /** What main answers, by channel. */
  request?: (channel: string, payload: { bytes?: number }, rigs: readonly LaneRig[]) => unknown;
}

/** A run of real lanes (see LaneRig), ready to start; of the app only the bridge to main is left out. */
export async function runRig({ methods, link, lane, request, ...options }: RunRigOptions) {
  const settings: RunSettings = {
    ...DEFAULT_SETTINGS,
    methods,
    speed: 4,
    untilMs: null,
    verify: false,
    consumeRate: 1e6,
    ...options.settings,
  };
  const clock = new RunClock(settings.speed, wallMs);
  const spec = parseLinkSpec(link);
  const changing = new ChangingLink(spec, 1);
  const outages = new Outages(changing);
  const made: { run: StartedRun | null } = { run: null };
  const shared = { link, clock, outages, ...lane };
  const rigs = methods.map(
    (method) =>
      new LaneRig({ ...shared, method, changed: (which) => made.run?.laneChanged(which) }),
  );
  const bridge = {
    request: (channel: string, payload: { bytes?: number }) =>
      Promise.resolve(request?.(channel, payload, rigs)),
  } as unknown as Bridge;
  const media = rigs[0]?.media;
  if (!media) throw new Error('a run needs a lane');
  const run = new StartedRun({
    options: { media, settings, link: spec, seed: 1, cameraGone: () => undefined },
    bridge,
    runId: 'run',
    plan: { ...planRun(media, settings, spec, 1), link: changing },
    link: changing,
    clock,
    outages,
    lanes: rigs.map((rig) => rig.lane),
    feed: null,
    store: createStore<RunState>(() => READY),
    wallMs,
    app: APP,
    fileSha256: null,
    stopListening: [],
  });
  made.run = run;
  await Promise.all(rigs.map(({ reader }) => reader.open()));
  await Promise.all(rigs.map((rig) => rig.lane.ready));
  onTestFinished(() => run.dispose());
  return { run, rigs, reached: (runMs: number) => rigs[0]?.reached(runMs) };
}
