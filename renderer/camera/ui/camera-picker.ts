import { useStore } from 'zustand';
import { session } from '../../compare/session';
import { listCameras } from '../devices';
import { pickedCamera } from '../picked-camera';
import { createPicker, type PickerState } from './picker';

/** The picker of this window. */
export const cameraPicker = createPicker({
  permission: async () => (await window.bufferscope.request('preferences:get')).camera,
  async remember(camera) {
    await window.bufferscope.request('preferences:set', { camera });
  },
  list: listCameras,
  current: () => session.getState().media?.camera ?? null,
  last: () => pickedCamera.getState().picked?.choice ?? null,
  use: (choice) => void session.getState().openCamera(choice),
});

/** A part of the picker's state, for React. */
export function usePicker<T>(select: (state: PickerState) => T): T {
  return useStore(cameraPicker.store, select);
}
