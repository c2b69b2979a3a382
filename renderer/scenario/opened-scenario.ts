import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OpenedScenario } from '../../electron/ipc/scenario-requests';
import { messageOf } from '../../model/message-of';
import type { Scenario, Texts } from '../../model/scenario/types';
import { loadLink } from '../link/load-link';
import { ScenarioDriver } from '../live/scenario-driver';
import { hostOfRun } from '../live/story-host';
import type { LiveRun } from '../live/types';
import { session } from '../session/session';
import type { SessionState } from '../session/types';
import { panels } from '../window/panels';
import { rooms } from '../window/rooms';
import { tell } from '../window/said';
import { textOf } from '../ui/words';

/** A scenario's file that cannot be run, with its mistakes, or with the one sentence of a file that cannot be read. */
export type RefusedScenario = Extract<OpenedScenario, { ok: false }>;

interface ScenarioState {
  /** The scenario that the next runs follow; null while none is open. */
  scenario: Scenario | null;
  name: string;
  /** Why the file that was asked for last is none; the scenario before it stays. */
  refused: RefusedScenario | null;
  /** The file as it is now, changed while a run went on that began with another. */
  changed: OpenedScenario | null;
  /** Carries the scenario out in the run that is there. */
  driver: ScenarioDriver | null;
  /** Somebody is there to press a key where a step pauses. */
  attended: boolean;
  bundled: readonly { id: string; title: Texts }[];
  recent: readonly string[];
}

const opened = createStore<ScenarioState>()(() => ({
  scenario: null,
  name: '',
  refused: null,
  changed: null,
  driver: null,
  attended: true,
  bundled: [],
  recent: [],
}));

/** A part of what is known of the opened scenario, for React. */
export const useScenario = <T>(select: (state: ScenarioState) => T): T => useStore(opened, select);

/** True while a scenario is open. */
export const isScenarioOpen = (): boolean => opened.getState().scenario !== null;

/** What the opened scenario is called; null while none is open. */
export function scenarioTitle(): string | null {
  const { scenario } = opened.getState();
  return scenario && textOf(scenario.title);
}

/** Asks for the scenarios that there are. */
export async function listScenarios(): Promise<void> {
  opened.setState(await window.bufferscope.request('scenarios:list'));
}

/** Opens one that comes with the app. */
export const openBundled = (bundled: string): Promise<void> => open({ bundled });

/** Opens a file. */
export const openScenario = (path: string): Promise<void> => open({ path });

/** Shows the open dialog, then opens what was chosen. */
export async function chooseScenario(): Promise<void> {
  const path = await window.bufferscope.request('scenarios:choose');
  if (path !== null) await openScenario(path);
}

/** The next runs follow no scenario any more, and are set as they were before it. */
export function closeScenario(): void {
  follow(null);
  opened.setState({ scenario: null, name: '', refused: null, changed: null });
  if (before) {
    session.setState({ ...before });
    session.getState().reset();
  }
  before = null;
  void window.bufferscope.request('scenarios:close');
}

/** Opens a scenario of the Server room that nobody watches: its steps wait for no key. */
export function openUnattended(scenario: Scenario): void {
  opened.setState({ scenario, name: '', refused: null, attended: false });
  rooms.getState().go('server');
}

/** The next step comes now. */
export const nextStep = (): void => opened.getState().driver?.next();

/** What the step before said and showed is there again. */
export const previousStep = (): void => opened.getState().driver?.previous();

/** Follows the session's runs and the scenario's file, for as long as the window is there. */
export function followScenario(): void {
  session.subscribe(({ run }, { run: last }) => {
    if (run !== last) follow(run);
  });
  window.bufferscope.on('scenarios:changed', (changed) => {
    const phase = session.getState().run?.store.getState().phase;
    if (phase === 'running' || phase === 'paused') opened.setState({ changed });
    else void take(changed);
  });
}

/** What the session was set to before a scenario set it. */
let before: Pick<SessionState, 'settings' | 'link' | 'seed' | 'fitting' | 'fit'> | null = null;

async function open(wanted: { path: string } | { bundled: string }): Promise<void> {
  panels.setState({ scenario: true });
  try {
    const result = await window.bufferscope.request('scenarios:open', wanted);
    // Its mistakes are told where its steps would be.
    rooms.getState().go(result.ok && result.scenario.server ? 'server' : 'compare');
    await take(result);
    await listScenarios();
  } catch (error) {
    tell(messageOf(error));
  }
}

async function take(result: OpenedScenario): Promise<void> {
  opened.setState({ changed: null });
  if (!result.ok) return opened.setState({ refused: result });
  const { scenario, name } = result;
  if (scenario.server) {
    follow(null);
    opened.setState({ scenario, name, refused: null });
    return scenario.server.opens ? openMedia(scenario) : undefined;
  }
  const { link } = await loadLink(scenario.link);
  const { settings, link: ownLink, seed, fitting, fit } = session.getState();
  before ??= { settings, link: ownLink, seed, fitting, fit };
  opened.setState({ scenario, name, refused: null });
  session.setState({
    settings: scenario.settings,
    link,
    seed: scenario.seed,
    fitting: scenario.fit && { given: scenario.fit, sample: true },
  });
  await openMedia(scenario);
}

/** Opens what a scenario delivers. */
async function openMedia({ media }: Scenario): Promise<void> {
  const { openSample, openPath, openCamera } = session.getState();
  if (media.kind === 'sample') await openSample(media.seconds);
  else if (media.kind === 'camera') await openCamera(media.camera);
  else await openPath(media.path);
}

/** Has the opened scenario carried out in a run. */
function follow(run: LiveRun | null): void {
  const { driver, scenario } = opened.getState();
  driver?.dispose();
  const next =
    run && scenario && !scenario.server
      ? new ScenarioDriver(scenario, hostOfRun(run), true, rooms.getState().go)
      : null;
  opened.setState({ driver: next });
  if (!run || !scenario || scenario.server) return;
  const stop = run.subscribe(() => {
    const { phase } = run.state();
    if (phase === 'running' && scenario.stage === 'presenter' && run.nowMs() < STAGE_MS) {
      panels.setState({ presenter: true });
    }
    if (phase !== 'ended') return;
    stop();
    const { changed } = opened.getState();
    if (changed) void take(changed);
  });
}

/** The stage is set as a run begins; whoever leaves it later is not brought back, ms of the run's clock. */
const STAGE_MS = 100;
