import type { Bridge, MediaResult } from '../../electron/ipc/contract';
import { cameraMedia } from '../../model/camera/live-media';
import type { MediaInfo, MediaProgress } from '../../model/media/types';
import { say } from '../ui/words';
import type { SessionActions, SessionState } from './types';

type OpeningActions = Pick<
  SessionActions,
  'openPath' | 'chooseFile' | 'openSample' | 'openCamera' | 'cancelOpening' | 'dismissRefusal'
>;

interface OpeningParts {
  set: (change: Partial<SessionState>) => void;
  get: () => SessionState;
  bridge: () => Bridge;
  /** Called with a source that has just been opened. */
  opened: (media: MediaInfo) => void;
}

/** How far an opening is that has just been asked for. */
export const beginning = (name: string): MediaProgress => ({
  step: 'inspect',
  name,
  fraction: null,
  secondsLeft: null,
});

/** Opening sources: one at a time, the newest request wins, and a source in use stays until the next is open. */
export function openingActions({ set, get, bridge, opened }: OpeningParts): OpeningActions & {
  openInitial: () => Promise<void>;
} {
  let turn = 0;

  async function open(
    name: string,
    path: string | null,
    ask: () => Promise<MediaResult>,
  ): Promise<void> {
    const mine = ++turn;
    if (get().opening) await bridge().request('media:cancel');
    if (mine !== turn) return;
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
      bridge().request('media:open', { path, as }),
    );

  return {
    openPath,
    openInitial: () => open(say('shell.theFile'), null, () => bridge().request('media:initial')),
    openSample: (seconds = null) =>
      open('ocean.mp4', null, () => bridge().request('media:sample', { seconds })),
    async openCamera(camera) {
      const mine = ++turn;
      if (get().opening) await bridge().request('media:cancel');
      if (mine !== turn) return;
      set({ opening: null, refusal: null, askedPath: null });
      const name = camera.kind === 'test' ? say('camera.testPicture') : camera.name;
      opened(cameraMedia(camera, name, get().settings.live));
    },
    async chooseFile() {
      const path = await bridge().request('media:choose');
      if (path !== null) await openPath(path);
    },
    async cancelOpening() {
      await bridge().request('media:cancel');
    },
    dismissRefusal: () => set({ refusal: null }),
  };
}
