import { room } from '../state/room';
import { commonLog } from './common-log-format';
import { httpArchive } from './har';

/** The forms in which the log can be saved. */
export const LOG_FORMATS = ['json', 'clf', 'har'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Asks where to, then saves all of the log that is kept; null when dismissed. Throws the sentence of a failure. */
export function saveLog(format: LogFormat): Promise<string | null> {
  return window.bufferscope.request('file:save-text', fileOf(format));
}

/** Name and text of the log in a form. */
function fileOf(format: LogFormat): { name: string; text: string } {
  const { log, epochMs, served, model, seats, origin, marks } = room.getState();
  switch (format) {
    case 'clf':
      return { name: 'bufferscope-access.log', text: commonLog(log.events, epochMs) };
    case 'har': {
      const where = { origin: origin ?? NOWHERE, epochMs };
      return { name: 'bufferscope-requests.har', text: httpArchive(log.events, where) };
    }
    case 'json': {
      const startedAt = new Date(epochMs).toISOString();
      const kept = { missing: log.missing, events: log.events, ...(marks.length > 0 && { marks }) };
      const text = JSON.stringify({ startedAt, model, seats, served, ...kept }, null, 1);
      return { name: 'bufferscope-requests.json', text };
    }
  }
}

/** Where requests went when the server has stopped and its port is not its own any more. */
const NOWHERE = 'http://127.0.0.1';
