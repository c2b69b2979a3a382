import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Bridge, MediaResult } from '../../../electron/ipc/contract';
import type { MediaInfo } from '../../../model/media/types';
import { INITIAL } from '../../../renderer/session/initial';
import { openingActions } from '../../../renderer/session/opening';
import type { SessionState } from '../../../renderer/session/types';
import { eventually } from '../../eventually';

/** A main process whose answers the test gives when it wants to. */
function desk() {
  const asked: { channel: string; payload: unknown }[] = [];
  const open: ((result: MediaResult) => void)[] = [];
  const request = (channel: string, payload?: unknown) => {
    asked.push({ channel, payload });
    if (channel === 'media:cancel') return Promise.resolve();
    return new Promise((resolve) => open.push(resolve));
  };
  const store = createStore<SessionState>(() => INITIAL);
  const opened = vi.fn();
  const actions = openingActions({
    set: (change) => store.setState(change),
    get: () => store.getState(),
    bridge: () => ({ request }) as unknown as Bridge,
    opened,
  });
  return { asked, open, store, opened, actions };
}

const media = (name: string): MediaResult => ({ ok: true, media: { name } as MediaInfo });
const refused = (code: 'empty' | 'cancelled'): MediaResult => ({
  ok: false,
  refusal: { code, message: 'It is empty; choose another file.', detail: '' },
});

describe('opening a source', () => {
  it('names the file while it is opened, then hands it over', async () => {
    const { open, store, opened, actions } = desk();
    const done = actions.openPath('/films/ocean.mp4');
    await eventually(() => expect(open).toHaveLength(1));
    expect(store.getState().opening).toMatchObject({ name: 'ocean.mp4', fraction: null });
    open[0]?.(media('ocean.mp4'));
    await done;
    expect(opened).toHaveBeenCalledWith({ name: 'ocean.mp4' });
    expect(store.getState()).toMatchObject({ opening: null, refusal: null });
  });

  it('lets the newest request win and cancels the one before', async () => {
    const { asked, open, opened, actions } = desk();
    const first = actions.openPath('/a.mp4');
    await eventually(() => expect(open).toHaveLength(1));
    const second = actions.openPath('/b.mp4');
    await eventually(() => expect(open).toHaveLength(2));
    expect(asked.map(({ channel }) => channel)).toEqual([
      'media:open',
      'media:cancel',
      'media:open',
    ]);
    open[1]?.(media('b.mp4'));
    open[0]?.(media('a.mp4'));
    await Promise.all([first, second]);
    expect(opened).toHaveBeenCalledTimes(1);
    expect(opened).toHaveBeenCalledWith({ name: 'b.mp4' });
  });

  it('keeps a refusal with the path that was asked for, and none for a cancelled opening', async () => {
    const { open, store, actions } = desk();
    const first = actions.openPath('C:\\films\\empty.mp4', 'bytes');
    await eventually(() => expect(open).toHaveLength(1));
    expect(store.getState().opening?.name).toBe('empty.mp4');
    open[0]?.(refused('empty'));
    await first;
    expect(store.getState()).toMatchObject({
      refusal: { code: 'empty' },
      askedPath: 'C:\\films\\empty.mp4',
    });
    const second = actions.openSample();
    await eventually(() => expect(open).toHaveLength(2));
    open[1]?.(refused('cancelled'));
    await second;
    expect(store.getState()).toMatchObject({ refusal: null, opening: null });
  });
});
