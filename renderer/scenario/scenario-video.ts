import type { RunLog } from '../../model/run/schema';
import { simulateScenario } from '../../model/scenario/simulate';
import type { Scenario } from '../../model/scenario/types';
import { kindOf } from '../../model/source/kinds';
import type { MediaInfo } from '../../model/media/types';
import { subjectOf, type VideoSubject } from '../../model/video/subject';
import type { LiveRun } from '../live/types';
import { session } from '../session/session';
import { say } from '../ui/words';
import { askVideoAfter, askVideoOf } from '../video-export/ask-video';
import { panels } from '../window/panels';
import { tell } from '../window/said';
import { textOf } from '../ui/words';

/** Asks for a video of a scenario: of its run when that has ended, else of one that is begun when all is chosen. */
export function exportScenarioVideo(scenario: Scenario, isFollowed: boolean): void {
  const { run, media } = session.getState();
  const title = textOf(scenario.title);
  if (run && isFollowed && run.state().phase === 'ended') return askVideoOf(title, run.log());
  if (!media) return;
  if (!kindOf(media).predicted) return tell(say('videoExport.runFirst'));
  askVideoAfter(title, foreseen(scenario, media), runToEnd);
}

/** What the model says of the run of a scenario. */
function foreseen(scenario: Scenario, media: MediaInfo): VideoSubject {
  const { settings, link, seed } = session.getState();
  const { steps } = scenario;
  const outcome = simulateScenario({ scenario: { steps, settings, seed }, link, media });
  const { endMs, lanes, marks, outages } = outcome;
  return subjectOf({ lengthMs: endMs, lanes, media, marks, link: { outages } });
}

/** Runs what is set from its beginning; null when the run is left, or there is none. */
async function runToEnd(): Promise<RunLog | null> {
  const { run: before, restart } = session.getState();
  const stands = before?.state().phase === 'ready';
  restart();
  const run = stands ? before : await nextRun(before);
  const log = run && (await logOfEnd(run));
  if (!log) tell(say('videoExport.left'));
  panels.setState({ presenter: false });
  return log;
}

/** The run that takes the place of another; null when none does. */
function nextRun(before: LiveRun | null): Promise<LiveRun | null> {
  return new Promise((resolve) => {
    const stop = session.subscribe(({ run, problem }) => {
      if (problem === null && (run === null || run === before)) return;
      stop();
      resolve(problem === null ? run : null);
    });
  });
}

/** The log of a run once it has ended; null when another takes its place before. */
function logOfEnd(run: LiveRun): Promise<RunLog | null> {
  return new Promise((resolve) => {
    const over = (log: RunLog | null): void => {
      stopRun();
      stopSession();
      resolve(log);
    };
    const stopRun = run.subscribe(() => {
      if (run.state().phase === 'ended') over(run.log());
    });
    const stopSession = session.subscribe((now) => {
      if (now.run !== run) over(null);
    });
  });
}
