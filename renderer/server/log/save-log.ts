import { room } from '../state/room';
import { commonLog } from './common-log-format';

/** The forms in which the log can be saved. */
export const LOG_FORMATS = ['json', 'clf'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Asks where to, then saves all of the log that is kept; null when dismissed. Throws the sentence of a failure. */
export function saveLog(format: LogFormat): Promise<string | null> {
  const { log, epochMs, served, model, seats } = room.getState();
  const file =
    format === 'clf'
      ? { name: 'bufferscope-access.log', text: commonLog(log.events, epochMs) }
      : {
          name: 'bufferscope-requests.json',
          text: JSON.stringify(
            {
              startedAt: new Date(epochMs).toISOString(),
              ...{ model, seats, served, missing: log.missing, events: log.events },
            },
            null,
            1,
          ),
        };
  return window.bufferscope.request('file:save-text', file);
}
