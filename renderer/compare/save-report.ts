import { session } from '../session/session';
import { messageOf } from '../../model/message-of';

/** Asks where to, then saves the report of this run, or of the one before when this one has not begun. */
export async function saveReport(): Promise<void> {
  const { run, lastLog } = session.getState();
  const log = run && run.nowMs() > 0 ? run.log() : lastLog;
  if (!log) return;
  try {
    const { renderReport } = await import('../report/render-report');
    await window.bufferscope.request('run:save-report', { log, html: await renderReport(log) });
  } catch (error) {
    session.setState({ problem: messageOf(error) });
  }
}
