import { resolve } from 'node:path';
import { _electron as electron, type ElectronApplication } from '@playwright/test';
import { appEnvironment, chromiumSwitches, electronPath } from './app';

const BARE = resolve(import.meta.dirname, '../bench/bare-app');

/** A window of Electron's own, without our main process and without our preload: any other browser of this computer. */
export const otherBrowser = (): Promise<ElectronApplication> =>
  electron.launch({
    executablePath: electronPath(),
    chromiumSandbox: true,
    args: [...chromiumSwitches(), BARE, '--', 'window'],
    env: appEnvironment(),
  });
