import { join } from 'node:path';
import { app } from 'electron';
import { keepDumps } from './crash-dumps';
import { logFile, openLog, writeLog } from './log-file';
import { logProcesses } from './log-processes';
import { tellOwnFaults } from './own-faults';

/** Where the log lies. */
export const logFolder = (): string => join(app.getPath('userData'), 'logs');

/** Where crashes leave their dumps. */
export const dumpFolder = (): string => join(app.getPath('userData'), 'crashes');

/**
 * Keeps a log from now on, and the dumps of crashes, and tells of faults of our own; call before the app is ready, once
 * it is known where its data is. What is not `attended` by a person is a command: the terminal belongs to whoever runs
 * it, and what writes dumps of crashes would say its own things there.
 */
export function openDiagnostics({ attended }: { attended: boolean }): void {
  openLog(logFolder());
  if (attended) keepDumps(dumpFolder());
  logProcesses(dumpFolder());
  tellOwnFaults({ asks: attended, log: logFile(logFolder()) });
  const { electron, chrome, node } = process.versions;
  const system = `${process.platform} ${process.arch}`;
  writeLog(
    'info',
    'main',
    `started: Bufferscope ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}, Node ${node}, ${system}`,
  );
  app.once('quit', (_event, code) => writeLog('info', 'main', `ended with ${String(code)}`));
}
