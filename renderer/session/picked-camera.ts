import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CameraChoice } from '../../model/camera/types';

/** A camera that was chosen, and what people know it by. */
export interface PickedCamera {
  choice: CameraChoice;
  name: string;
}

/** The camera that was the source of Compare last, which it need not be any more; null while none has been. */
export const pickedCamera = createStore<{ picked: PickedCamera | null }>()(() => ({
  picked: null,
}));

/** The camera that was chosen last, for React. */
export function usePickedCamera(): PickedCamera | null {
  return useStore(pickedCamera, ({ picked }) => picked);
}
