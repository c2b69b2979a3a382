import { cameraPicker } from './camera-picker';
import { session } from '../../session/session';

/** Puts our question when a window was started with a camera by its name and nobody has been asked yet. */
export async function askForNamedCamera(): Promise<void> {
  if (session.getState().media?.camera?.kind !== 'device') return;
  const { camera } = await window.bufferscope.request('preferences:get');
  if (camera === 'ask') await cameraPicker.again();
}
