import type { HeadlessRequest } from '../../electron/ipc/contract';
import type { MediaRefusal } from '../../model/media/types';
import { ScenarioDriver } from '../live/scenario-driver';
import { hostOfRun } from '../live/story-host';
import type { LiveRun } from '../live/types';
import { preferences } from '../session/preferences';
import { session, type SessionState } from '../session/session';
import { loadLink } from '../link/load-link';
import { renderReport } from '../report/render-report';
import { messageOf } from '../../model/message-of';
import { kindOf } from '../../model/source/kinds';

/** How often the terminal hears how far a run is, ms of wall time. */
const PROGRESS_MS = 300;

/** Carries out the run that the command line asked for, in the room that a person would use. */
export async function runHeadless(
  { settings, link, seed, fit, scenario }: HeadlessRequest,
  tellsProgress: boolean,
): Promise<void> {
  preferences.setState({ muted: true });
  session.setState({ settings, seed, fitting: fit && { given: fit, sample: true } });
  const outcome = (await linkRefusal(link)) ?? (await bootedRun());
  if ('code' in outcome) {
    await window.bufferscope.request('headless:refused', outcome);
    return;
  }
  if (scenario?.scenario.server) {
    const { tellScenario } = await import('./headless-server');
    return tellScenario(scenario.scenario);
  }
  const driver = scenario && new ScenarioDriver(scenario.scenario, hostOfRun(outcome), false);
  outcome.start();
  const stopTelling = tellsProgress ? tellProgress(outcome) : null;
  await outcome.finished;
  stopTelling?.();
  const log = outcome.log();
  await pictureOfTheEnd();
  await window.bufferscope.request('headless:finish', {
    log,
    html: await renderReport(log),
    missing: driver?.missing() ?? [],
  });
}

/** Tells main how far the lanes are, until the returned function is called. */
function tellProgress(run: LiveRun): () => void {
  const { media } = run.plan;
  const tell = (): void => {
    const lanes = run.lanes.map((lane) => {
      const { positionS } = lane.frameAt(run.nowMs());
      const share = kindOf(media).endless
        ? null
        : Math.min(1, Math.max(0, positionS / media.durationS));
      return { method: lane.method, positionS: Math.max(0, positionS), share };
    });
    void window.bufferscope.request('headless:progress', lanes);
  };
  const timer = setInterval(tell, PROGRESS_MS);
  return () => clearInterval(timer);
}

/** The end is drawn with the next picture, its charts and its caption with the one or two behind it. */
async function pictureOfTheEnd(): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}

async function bootedRun(): Promise<LiveRun | MediaRefusal> {
  await session.getState().init();
  return runOrRefusal();
}

/** Sets the link, or says why it cannot be used: main has read it once, but its file may have changed since. */
async function linkRefusal(text: string): Promise<MediaRefusal | null> {
  try {
    const { link } = await loadLink(text);
    session.setState({ link });
    return null;
  } catch (error) {
    return { code: 'failed', message: messageOf(error), detail: '' };
  }
}

function runOrRefusal(): Promise<LiveRun | MediaRefusal> {
  return new Promise((resolve) => {
    const look = ({ run, refusal, problem }: SessionState): boolean => {
      if (refusal) resolve(refusal);
      else if (problem !== null) resolve({ code: 'failed', message: problem, detail: '' });
      else if (run) resolve(run);
      else return false;
      return true;
    };
    if (look(session.getState())) return;
    const stop = session.subscribe((state) => {
      if (look(state)) stop();
    });
  });
}
