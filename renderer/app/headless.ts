import type { HeadlessRequest } from '../../electron/ipc/contract';
import type { MediaRefusal } from '../../model/media/types';
import type { LiveRun } from '../live/types';
import { preferences } from '../session/preferences';
import { session, type SessionState } from '../session/session';
import { knowLink } from '../link/known-links';
import { renderReport } from '../report/render-report';

/** Carries out the run that the command line asked for, in the room that a person would use. */
export async function runHeadless({ settings, link, seed, fit }: HeadlessRequest): Promise<void> {
  preferences.setState({ muted: true });
  session.setState({ settings, link, seed, fitting: fit && { given: fit, sample: true } });
  const outcome = (await unknown(link)) ?? (await bootedRun());
  if ('code' in outcome) {
    await window.bufferscope.request('headless:refused', outcome);
    return;
  }
  outcome.start();
  await outcome.finished;
  const log = outcome.log();
  await pictureOfTheEnd();
  await window.bufferscope.request('headless:finish', { log, html: await renderReport(log) });
}

/** The end is drawn with the next picture, its charts and its caption with the one or two behind it. */
async function pictureOfTheEnd(): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}

async function bootedRun(): Promise<LiveRun | MediaRefusal> {
  await session.getState().init();
  return runOrRefusal();
}

/** Why the link cannot be used: main has read it once, but its file may have changed since. */
async function unknown(link: string): Promise<MediaRefusal | null> {
  try {
    await knowLink(link);
    return null;
  } catch (error) {
    return { code: 'failed', message: (error as Error).message, detail: '' };
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
