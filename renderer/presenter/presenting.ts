import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PresenterScreens } from '../../electron/ipc/presenter-requests';
import type { HandHighlight } from './look';

/** What whoever presents has made of the stage, besides the run. */
export interface Presenting {
  hand: HandHighlight | null;
  /** The screen is dark. */
  blank: boolean;
  /** When presenting began, ms since 1970. */
  sinceMs: number;
  screens: PresenterScreens;
}

const beginning = (): Presenting => ({
  hand: null,
  blank: false,
  sinceMs: Date.now(),
  screens: { count: 1, notes: false },
});

/** How the stage of this window is presented. */
export const presenting = createStore<Presenting>()(beginning);

/** A part of it, for React. */
export const usePresenting = <T>(select: (state: Presenting) => T): T =>
  useStore(presenting, select);

/** The stage is shown; the returned function says that it is not any more. */
export function present(): () => void {
  const { bufferscope } = window;
  let over = false;
  presenting.setState(beginning());
  const take = (screens: PresenterScreens): void => {
    if (!over) presenting.setState({ screens });
  };
  const stop = bufferscope.on('presenter:screens', take);
  void bufferscope.request('presenter:begin').then(take);
  return () => {
    over = true;
    stop();
    void bufferscope.request('presenter:end');
  };
}
