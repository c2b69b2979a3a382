import type { QueuedVideo } from '../../electron/ipc/video-queue-requests';
import { useKeyBindings, type KeyBinding } from '../ui/key-bindings';
import { askVideoAgain } from './ask-video';
import {
  moveVideo,
  playVideo,
  putAway,
  revealVideo,
  showVideo,
  shownVideo,
  takeOut,
  videos,
} from './videos';

type Is = QueuedVideo['state']['is'];

/** A key that works on the video that is shown, while it is so. */
function on(
  states: readonly Is[],
  binding: Omit<KeyBinding, 'act' | 'when'>,
  act: (video: QueuedVideo) => void,
): KeyBinding {
  const shown = (): QueuedVideo | null => shownVideo(videos.getState());
  return {
    ...binding,
    when() {
      const video = shown();
      return video !== null && states.includes(video.state.is);
    },
    act() {
      const video = shown();
      if (video) act(video);
    },
  };
}

/** Shows the video before or behind the one that is shown. */
function showNext(by: 1 | -1): void {
  const state = videos.getState();
  const at = state.videos.findIndex(({ id }) => id === shownVideo(state)?.id);
  const next = state.videos[at + by];
  if (next) showVideo(next.id);
}

const KEYS: readonly KeyBinding[] = [
  on(['running'], { key: 'Escape', help: 'stopVideo' }, takeOut),
  on(
    ['done'],
    { key: ' ', help: 'playVideo', leaves: ['typing', 'overlay', 'button'] },
    (video) => void playVideo(video),
  ),
  on(['done'], { key: 'f', help: 'showVideo' }, revealVideo),
  on(['done', 'failed'], { key: 'e', help: 'anotherVideo' }, (video) => void askVideoAgain(video)),
  on(
    ['done', 'failed'],
    { key: 'Enter', help: 'videoDone', leaves: ['typing', 'overlay', 'button'] },
    putAway,
  ),
  on(['waiting', 'done', 'failed'], { key: 'Delete', help: 'removeVideo' }, takeOut),
  { key: 'ArrowUp', help: 'otherVideo', act: () => showNext(-1) },
  { key: 'ArrowDown', help: 'otherVideo', act: () => showNext(1) },
  on(['waiting'], { key: 'ArrowUp', shift: true, help: 'moveVideo' }, ({ id }) =>
    moveVideo(id, -1),
  ),
  on(['waiting'], { key: 'ArrowDown', shift: true, help: 'moveVideo' }, ({ id }) =>
    moveVideo(id, 1),
  ),
];

/** The keys of the page of videos while it is shown. */
export const useVideoKeys = (): void => useKeyBindings('room', KEYS);
