import { resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { takeLanguage } from '../flags/language-flag';
import { isRunFile } from '../../model/runs/export-formats';
import type { GivenFiles } from './given-files';
import { parseCommandLine } from './headless/command-line';
import { userArguments } from './headless/flags';
import { curvesFor } from './links/curves-for';
import { notify } from './notify';
import { mainWindow } from './window/main-window';

/** True for the first instance; a later one hands its file over to the window that is there. */
export function claimInstance(given: GivenFiles): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  const open = (window: BrowserWindow, path: string): void => {
    given.give(path);
    notify(window, 'media:open-path', { path });
  };
  const opened = async (argv: readonly string[], workingDirectory: string): Promise<void> => {
    const { args } = takeLanguage(userArguments(argv, app.isPackaged));
    const command = parseCommandLine(args, await curvesFor(args));
    const window = shown();
    if (!window || command.kind !== 'window') return;
    const { camera, live } = command.source;
    const run = command.runLog !== null && isRunFile(command.runLog) ? command.runLog : null;
    const path = command.scenario ?? command.lesson ?? run ?? command.source.path;
    if (camera) notify(window, 'media:open-camera', { camera, live });
    else if (path !== null) open(window, resolve(workingDirectory, path));
  };
  app.on('second-instance', (_event, argv, directory) => void opened(argv, directory));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    const window = shown();
    if (window) open(window, resolve('/', path));
  });
  return true;
}

/** The window, brought to the front; null while there is none. */
function shown(): BrowserWindow | null {
  const window = mainWindow();
  if (window?.isMinimized()) window.restore();
  window?.focus();
  return window;
}
