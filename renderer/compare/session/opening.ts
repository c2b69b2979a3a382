import type { MediaResult } from '../../../electron/ipc/contract';
import type { MediaInfo, MediaProgress } from '../../../model/media/types';
import { say } from '../../ui/words';
import type { SessionActions, SessionState } from './types';

type OpeningActions = Pick<
  SessionActions,
  'openPath' | 'chooseFile' | 'openSample' | 'cancelOpening' | 'dismissRefusal'
>;

interface OpeningParts {
  set: (change: Partial<SessionState>) => void;
  get: () => SessionState;
  /** Called with a source that has just been opened. */
  opened: (media: MediaInfo) => void;
}

const beginning = (name: string): MediaProgress => ({
  step: 'inspect',
  name,
  fraction: null,
  secondsLeft: null,
});

/** Opening sources: one at a time, the newest request wins, and a source in use stays until the next is open. */
export function openingActions({ set, get, opened }: OpeningParts): OpeningActions & {
  openInitial: () => Promise<void>;
} {
  let turn = 0;

  async function open(
    name: string,
    path: string | null,
    ask: () => Promise<MediaResult>,
  ): Promise<void> {
    const mine = ++turn;
    if (get().opening) await window.bufferscope.request('media:cancel');
    set({ opening: beginning(name), refusal: null, askedPath: path });
    try {
      const result = await ask();
      if (mine !== turn) return;
      set({ opening: null });
      if (result.ok) opened(result.media);
      else if (result.refusal.code !== 'cancelled') set({ refusal: result.refusal });
    } catch (error) {
      if (mine !== turn) return;
      const refusal = { code: 'failed', message: say('shell.openFailed', { name }) } as const;
      set({ opening: null, refusal: { ...refusal, detail: String(error) } });
    }
  }

  const openPath: SessionActions['openPath'] = (path, as = 'auto') =>
    open(path.split(/[\\/]/).at(-1) ?? path, path, () =>
      window.bufferscope.request('media:open', { path, as }),
    );

  return {
    openPath,
    openInitial: () =>
      open(say('shell.theFile'), null, () => window.bufferscope.request('media:initial')),
    openSample: () => open('ocean.mp4', null, () => window.bufferscope.request('media:sample')),
    async chooseFile() {
      const path = await window.bufferscope.request('media:choose');
      if (path !== null) await openPath(path);
    },
    async cancelOpening() {
      await window.bufferscope.request('media:cancel');
    },
    dismissRefusal: () => set({ refusal: null }),
  };
}
