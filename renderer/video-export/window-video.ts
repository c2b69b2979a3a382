import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type {
  WindowVideoProgress,
  WindowVideoResult,
} from '../../electron/ipc/window-video-requests';
import { messageOf } from '../../model/message-of';
import { tell } from '../window/said';

interface WindowVideoState {
  state: 'off' | 'asking' | 'on' | 'ending';
  /** The name of the file that it is to have; null while none is made. */
  file: string | null;
  /** How far it is; null before its first second. */
  progress: WindowVideoProgress | null;
  /** The one that was made last, until somebody has read of it. */
  made: WindowVideoResult | null;
}

/** The video that is made of this window as it is shown. */
export const windowVideo = createStore<WindowVideoState>()(() => ({
  state: 'off',
  file: null,
  progress: null,
  made: null,
}));

/** A part of what is known of it, for React. */
export const useWindowVideo = <T>(select: (state: WindowVideoState) => T): T =>
  useStore(windowVideo, select);

/** Follows what main tells of it, for as long as the window is there. */
export function followWindowVideo(): void {
  const { bufferscope } = window;
  bufferscope.on('window-video:progress', (progress) => {
    if (windowVideo.getState().state === 'on') windowVideo.setState({ progress });
  });
  bufferscope.on('window-video:ended', (ended) => {
    if ('problem' in ended) {
      tell(ended.problem);
      over(null);
    } else over(ended);
  });
}

/**
 * Asks where to, then begins; its first frame's moment, ms since 1970 by the clock of `performance`. Null when nobody
 * wants it; throws the sentence of why it cannot be.
 */
export async function beginWindowVideo(title: string): Promise<number | null> {
  windowVideo.setState({ state: 'asking', made: null, progress: null });
  try {
    const begun = await window.bufferscope.request('window-video:begin', { title });
    windowVideo.setState({ state: begun ? 'on' : 'off', file: begun?.file ?? null });
    return begun?.beganMs ?? null;
  } catch (error) {
    over(null);
    throw error;
  }
}

/** Ends it and keeps what is there; what came of it, null when nothing did. */
export async function endWindowVideo(): Promise<WindowVideoResult | null> {
  if (windowVideo.getState().state !== 'on') return null;
  windowVideo.setState({ state: 'ending' });
  try {
    const made = await window.bufferscope.request('window-video:end', { keep: true });
    over(made);
    return made;
  } catch (error) {
    over(null);
    tell(messageOf(error));
    return null;
  }
}

/** Plays the one that was made; why it does not is said. */
export async function playWindowVideo(): Promise<void> {
  const problem = await window.bufferscope.request('window-video:play').catch(messageOf);
  if (problem !== '') tell(problem);
}

/** Somebody has read of the one that was made. */
export const putWindowVideoAway = (): void => windowVideo.setState({ made: null });

function over(made: WindowVideoResult | null): void {
  windowVideo.setState({ state: 'off', file: null, progress: null, made });
}
