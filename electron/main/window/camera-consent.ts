import { dialog, type BrowserWindow } from 'electron';
import type { Preferences } from '../../ipc/contract';
import { say } from '../../words';
import type { PreferencesFile } from '../preferences/preferences-file';

/**
 * Takes down whether the window may use cameras. A no holds at once; a yes is asked for in a dialog of the system, which
 * no page can answer for the person. Returns what holds then.
 */
export async function cameraConsent(
  window: BrowserWindow,
  preferences: PreferencesFile,
  wanted: boolean,
): Promise<Preferences['camera']> {
  if (wanted && preferences.current.camera === 'allowed') return 'allowed';
  const camera = wanted && (await asked(window)) ? 'allowed' : 'denied';
  return preferences.change({ camera }).camera;
}

async function asked(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say('main.camera.question'),
    detail: say('main.camera.detail'),
    buttons: [say('main.camera.notNow'), say('main.camera.allow')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
