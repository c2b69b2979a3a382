import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { DEFAULT_LINK } from '../../../model/link/spec/spec';
import type { LinkSpec } from '../../../model/link/types';
import type { MediaInfo } from '../../../model/media/types';
import type { RunLog } from '../../../model/run/schema';
import type { LiveRun, LiveRunOptions } from '../../../renderer/live/types';
import { INITIAL } from '../../../renderer/session/initial';
import { RunManager } from '../../../renderer/live/run-manager';
import type { SessionState } from '../../../renderer/session/types';

const MEDIA = { name: 'ocean.mp4' } as MediaInfo;
const named = (name: string): LinkSpec => ({ ...DEFAULT_LINK, name });

/** Stands in for a live run: it only says what was asked of it. */
function standIn(options: LiveRunOptions, calls: string[]): LiveRun {
  const { name } = options.link;
  return {
    nowMs: () => 1,
    log: () => ({ link: { spec: name } }) as unknown as RunLog,
    start: () => calls.push(`start ${name}`),
    dispose: () => {
      calls.push(`dispose ${name}`);
      return Promise.resolve();
    },
  } as unknown as LiveRun;
}

function keeperOf() {
  const store = createStore<SessionState>(() => ({ ...INITIAL, media: MEDIA, link: named('a') }));
  const calls: string[] = [];
  const ready: (() => void)[] = [];
  const keeper = new RunManager({
    set: (change) => store.setState(change),
    get: () => store.getState(),
    adopt: () => undefined,
    create: (options) =>
      new Promise((resolve, reject) => {
        calls.push(`create ${options.link.name}`);
        if (options.link.name === 'bad')
          reject(new Error('No reader could be started; try again.'));
        else ready.push(() => resolve(standIn(options, calls)));
      }),
  });
  const settle = async () => {
    await vi.advanceTimersByTimeAsync(0);
    ready.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { store, calls, keeper, settle };
}

describe('the keeper of the run', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('closes the old run, keeps its log, and then makes the new one', async () => {
    const { store, calls, keeper, settle } = keeperOf();
    keeper.prepare(false);
    await settle();
    store.setState({ link: named('b') });
    keeper.prepare(true);
    await settle();
    expect(calls).toEqual(['create a', 'dispose a', 'create b', 'start b']);
    expect(store.getState()).toMatchObject({
      preparing: false,
      lastLog: { link: { spec: 'a' } },
    });
  });

  it('makes one run of many changes', async () => {
    const { store, calls, keeper, settle } = keeperOf();
    for (const link of ['b', 'c', 'd']) {
      store.setState({ link: named(link) });
      keeper.prepareSoon();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(300);
    await settle();
    expect(calls).toEqual(['create d']);
  });

  it('drops a run that was overtaken while its readers were starting', async () => {
    const { store, calls, keeper, settle } = keeperOf();
    keeper.prepare(false);
    await vi.advanceTimersByTimeAsync(0);
    store.setState({ link: named('b') });
    keeper.prepare(false);
    await settle();
    await settle();
    expect(calls).toEqual(['create a', 'dispose a', 'create b']);
    expect(store.getState().run).not.toBeNull();
  });

  it('starts as soon as it can when asked too early', async () => {
    const { calls, keeper, settle } = keeperOf();
    keeper.prepare(false);
    expect(keeper.startSoon()).toBe(true);
    await settle();
    expect(calls).toEqual(['create a', 'start a']);
    expect(keeper.startSoon()).toBe(false);
  });

  it('says why no run could be made, and tries again when asked', async () => {
    const { store, keeper, settle } = keeperOf();
    store.setState({ link: named('bad') });
    keeper.prepare(true);
    await settle();
    expect(store.getState()).toMatchObject({
      run: null,
      preparing: false,
      problem: 'No reader could be started; try again.',
    });
    store.setState({ link: named('a') });
    keeper.prepare(true);
    await settle();
    expect(store.getState()).toMatchObject({ problem: null, preparing: false });
  });
});
