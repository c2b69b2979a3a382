import type { HeadlessRequest } from '../../electron/ipc/contract';
import type { MediaRefusal } from '../../model/media/types';
import type { LiveRun } from '../compare/live/types';
import { session, type SessionState } from '../compare/session';
import { renderReport } from '../report/render-report';

/** Carries out the run that the command line asked for, in the room that a person would use. */
export async function runHeadless({ settings, link, seed }: HeadlessRequest): Promise<void> {
  session.setState({ settings, link, seed, muted: true });
  await session.getState().boot();
  const outcome = await runOrRefusal();
  if ('code' in outcome) {
    await window.bufferscope.request('headless:refused', outcome);
    return;
  }
  outcome.start();
  await outcome.finished;
  const log = outcome.log();
  await window.bufferscope.request('headless:finish', { log, html: await renderReport(log) });
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
