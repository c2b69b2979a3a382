import { scenarioTitle } from '../scenario/opened-scenario';
import { session } from '../session/session';
import { say } from '../ui/words';
import { askVideoOf } from '../video-export/ask-video';
import { tell } from '../window/said';

/** Asks for a video of this run, or of the one before when this one has not begun. */
export function exportVideo(): void {
  const { run, lastLog } = session.getState();
  const log = run && run.nowMs() > 0 ? run.log() : lastLog;
  if (!log) return tell(say('videoExport.noRun'));
  const name = log.media.name.replace(/\.\w{1,5}$/, '');
  askVideoOf(scenarioTitle() ?? say('videoExport.titleOf', { name }), log);
}
