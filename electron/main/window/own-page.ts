import { join } from 'node:path';
import { LANGUAGE_ARGUMENT } from '../../ipc/channels';
import { language } from '../../words';
import { app, nativeTheme, type WebPreferences } from 'electron';

/** The rooms are drawn for no less, px. */
export const MIN_SIZE = { width: 1280, height: 800 };

/** The ground colour of windows by theme, the token --ground: what is seen before a page is drawn. */
const GROUND = { light: '#edf0f1', dark: '#0d1316' } as const;

/** The ground colour of the theme that is shown now. */
export function ground(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light;
}

/** What every page of ours is: in a sandbox, alone with its preload. */
export const ownPage = (): WebPreferences => ({
  // From the app's folder: where this file is in the build is the bundler's to say.
  preload: join(app.getAppPath(), 'out-build/preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  spellcheck: false,
  additionalArguments: [`${LANGUAGE_ARGUMENT}${language()}`],
  // A covered window still plays, and its measurements must stay true.
  backgroundThrottling: false,
});
