import { checkComputer } from '../computer-check/computer-check';
import { preferences } from '../session/preferences';
import { rooms } from '../window/rooms';

/** Carries out the check that the command line asked for, on the page that a person would use. */
export async function checkForMain(): Promise<void> {
  preferences.getState().load(await window.bufferscope.request('preferences:get'));
  const lines = await checkComputer();
  rooms.getState().go('check');
  await window.bufferscope.request('check:finish', [...lines]);
}
