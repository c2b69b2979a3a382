import { join } from 'node:path';
import { app, Menu } from 'electron';
import { GivenFiles } from './given-files';
import type { RunCommand } from './headless/command-line';
import { claimInstance } from './instance';
import { openRouter, type WindowServices } from './ipc-router';
import { limitPermissions, limitRequests, lockDown } from './window/lockdown';
import { openMainWindow } from './window/main-window';
import { RecordedMedia } from './runs/recorded-media';
import { registerScheme, serveFiles } from './scheme/serve';

/** Starts the app: first the window, then all that it will ask for; it shows the `notes` of this start. */
export function runApp(command: RunCommand, notes: readonly string[]): void {
  const given = new GivenFiles();
  if (command.kind === 'window' && !claimInstance(given)) return app.exit(0);
  registerScheme();
  lockDown();
  Menu.setApplicationMenu(null);
  void app.whenReady().then(() => {
    const recorded = new RecordedMedia();
    serveFiles(join(import.meta.dirname, '../renderer'), recorded);
    // Whether cameras are allowed is in the preferences, which the services read.
    limitPermissions(() => false);
    limitRequests(() => Promise.resolve(false));
    const window = openMainWindow();
    // A video that is being drawn has a window that nobody sees.
    window.once('closed', () => app.quit());
    let begun: Promise<WindowServices> | undefined;
    const services = (): Promise<WindowServices> =>
      (begun ??= import('./services').then(({ startServices }) =>
        startServices(command, window, { given, recorded, notes }),
      ));
    // Loaded when the window first asks: until then this process has its page to serve, and is waited for.
    openRouter(window, services);
    // What a script runs is known before its page is there.
    if (command.kind !== 'window') void services();
  });
}
