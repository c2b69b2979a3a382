import { useStore } from 'zustand';
import { session } from '../../session/session';
import { listCameras } from '../../camera/devices';
import { pickedCamera } from '../../session/picked-camera';
import { createPicker, type PickerState } from './picker';

/** The picker of this window. */
export const cameraPicker = createPicker({
  permission: async () => (await window.bufferscope.request('preferences:get')).camera,
  consent: (wanted) => window.bufferscope.request('camera:consent', { wanted }),
  list: listCameras,
  current: () => session.getState().media?.camera ?? null,
  last: () => pickedCamera.getState().picked?.choice ?? null,
  use: (choice) => void session.getState().openCamera(choice),
});

/** A part of the picker's state, for React. */
export function usePicker<T>(select: (state: PickerState) => T): T {
  return useStore(cameraPicker.store, select);
}
