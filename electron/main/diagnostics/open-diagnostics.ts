import { join } from 'node:path';
import { app } from 'electron';
import { keepDumps } from './crash-dumps';
import { openLog, writeLog } from './log-file';
import { logProcesses } from './log-processes';

/** Where the log lies. */
export const logFolder = (): string => join(app.getPath('userData'), 'logs');

/** Where crashes leave their dumps. */
export const dumpFolder = (): string => join(app.getPath('userData'), 'crashes');

/**
 * Keeps a log from now on, and with `dumps` the dumps of crashes; call before the app is ready, once it is known where
 * its data is. What writes dumps says its own things on the terminal, which belongs to whoever runs a command in it.
 */
export function openDiagnostics({ dumps }: { dumps: boolean }): void {
  openLog(logFolder());
  if (dumps) keepDumps(dumpFolder());
  logProcesses(dumpFolder());
  const { electron, chrome, node } = process.versions;
  const system = `${process.platform} ${process.arch}`;
  writeLog(
    'info',
    'main',
    `started: Bufferscope ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}, Node ${node}, ${system}`,
  );
  app.once('quit', (_event, code) => writeLog('info', 'main', `ended with ${String(code)}`));
}
