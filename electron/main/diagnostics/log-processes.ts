import { subscribe } from 'node:diagnostics_channel';
import { app } from 'electron';
import { FFMPEG_FAILED, type FailedFfmpeg } from '../../media/ffmpeg/ffmpeg-failed';
import { removeOldDumps } from './crash-dumps';
import { writeLog } from './log-file';

/** How processes end when nothing is wrong. */
const IN_ORDER: ReadonlySet<string> = new Set(['clean-exit', 'killed']);

/** How bad the browser finds what a page says, as Electron numbers it: the names for it came after 33. */
const PAGE_LEVELS = { 2: 'warn', 3: 'error' } as const;

/** Logs from now on how processes end, what pages and ffmpeg complain of, and what main itself failed at. */
export function logProcesses(dumps: string): void {
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    const level = IN_ORDER.has(reason) ? 'info' : 'error';
    writeLog(level, name ?? type, `ended: ${reason}, code ${String(exitCode)}`);
    if (level === 'error') removeOldDumps(dumps);
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    const level = reason === 'clean-exit' ? 'info' : 'error';
    writeLog(level, 'window', `ended: ${reason}, code ${String(exitCode)}`);
    removeOldDumps(dumps);
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('unresponsive', () => writeLog('error', 'window', 'does not answer'));
    contents.on('responsive', () => writeLog('info', 'window', 'answers again'));
    contents.on('console-message', (_said, number, message) => {
      const level = PAGE_LEVELS[number as keyof typeof PAGE_LEVELS];
      if (level) writeLog(level, 'window', 'said', message);
    });
  });
  subscribe(FFMPEG_FAILED, (failed) => {
    const { failure, detail } = failed as FailedFfmpeg;
    writeLog('warn', 'ffmpeg', `failed: ${failure}`, detail);
  });
  logMain();
}

/** Logs what main says and fails at, and leaves both what they were. */
function logMain(): void {
  process.on('uncaughtExceptionMonitor', (error, origin) => {
    writeLog('error', 'main', `${origin}: ${error.name}`, error.stack ?? error.message);
  });
  process.on('unhandledRejection', (reason) => {
    const said = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    writeLog('error', 'main', 'unhandledRejection', said);
  });
  const { error } = console;
  console.error = (...said: unknown[]): void => {
    writeLog('warn', 'main', 'said', said.map(String).join(' '));
    error(...said);
  };
}
