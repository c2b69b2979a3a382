import { resolve } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { parseCommandLine } from './headless/command-line';
import { userArguments } from './headless/flags';
import { notify } from './notify';

/** True for the first instance; a later one hands its file over to the window that is there. */
export function claimInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const command = parseCommandLine(userArguments(argv, app.isPackaged));
    show(command.kind === 'window' ? command.source.path : null, workingDirectory);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    show(path, '/');
  });
  return true;
}

function show(path: string | null, folder: string): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
  if (path !== null) notify(window, 'media:open-path', { path: resolve(folder, path) });
}
