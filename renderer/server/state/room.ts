import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { USUAL_PORT, type FromServer } from '../../../electron/ipc/server-port';
import { rooms } from '../../window/rooms';
import { pictureOf } from '../../../model/camera/types';
import { openCapture } from '../../camera/capture';
import { pickedCamera } from '../../session/picked-camera';
import { session } from '../../session/session';
import { say } from '../../ui/words';
import { CameraFeed } from '../feed/camera-feed';
import { feedPlan } from '../feed/feed-source';
import { Services } from '../../services/services';
import { initialRoom, nothingTold } from './initial';
import { askedPath } from './asked';
import { MIX, pathOf, pathsOf } from './paths';
import type { ClientsToAdd, Phase, ServerRoom } from './types';
import { watchedId } from './watched';
import { useEffect, useState } from 'react';
import { messageOf } from '../../../model/message-of';

/** A server that does not listen by then never will, ms. */
const START_MS = 20_000;

/** What a button has done is said for so long, ms. */
const NOTICE_MS = 6000;

/** The one Server room of this window; what it started goes on while another room is shown. */
export const room = createStore<ServerRoom>()((set, get) => {
  function enter(phase: Phase, problem: string | null = null): void {
    rooms.getState().setBusy('server', phase === 'running');
    set({ phase, problem, sinceMs: performance.now() });
  }

  const services = new Services(window, window.bufferscope, {
    server: heardServer,
    clients(message) {
      if (message.type === 'tail') return set({ tail: message });
      if (message.type !== 'clients') return;
      get().deliveries.clients(message.clients);
      set({ clients: message.clients });
      tellWhomToWatch();
    },
    exited(part, code) {
      if (part === 'server') void fail(say('server.problem.ended', { code }));
      else if (part === 'box') {
        const clientsProblem = say('server.problem.boxEnded', { code });
        awaitBox = [];
        set({ box: null, boxOrigin: null, boxed: [], clientsProblem });
      } else set({ clients: [], clientsProblem: say('server.problem.clientsEnded', { code }) });
    },
    clientsFailed: (clientsProblem) => set({ clientsProblem }),
    box(message) {
      if (message.type === 'answers') return set({ boxed: message.answers });
      set({ boxOrigin: new URL(message.url).origin });
      const { box } = get();
      if (box) services.toBox({ type: 'settings', settings: box });
      addAwaiting();
    },
  });

  /** Clients that were added while the box is started: they come through it. */
  let awaitBox: ClientsToAdd[] = [];
  function addAwaiting(): void {
    const added = awaitBox;
    awaitBox = [];
    for (const clients of added) get().addClients(clients);
  }

  const cameraFeed = new CameraFeed({
    open: (choice) => openCapture(choice, pictureOf(session.getState().settings.live)),
    send: (message) => services.toServer(message),
    told: (cameraProblem) => set({ cameraProblem }),
  });
  cameraFeed.use(pickedCamera.getState().picked?.choice ?? null);
  pickedCamera.subscribe(({ picked }) => cameraFeed.use(picked?.choice ?? null));

  let told: number | null = null;
  function tellWhomToWatch(): void {
    const id = watchedId(get());
    if (id === told) return;
    told = id;
    set({ tail: null });
    services.toClients({ type: 'watch', id });
  }

  function heardServer(message: FromServer): void {
    const { history, log, deliveries, revision } = get();
    switch (message.type) {
      case 'listening': {
        const { url, pid, baselineRssBytes } = message;
        set({ origin: new URL(url).origin, pid, baselineRssBytes });
        // Something else may have been chosen before its port was there.
        const source = get().feed?.source;
        if (source) services.toServer({ type: 'feed-source', source });
        return enter('running');
      }
      case 'snapshot': {
        history.snapshot(message);
        deliveries.snapshot(message.tMs, message.clients);
        // The message that was under way for the shortest time tells the server's clock best.
        const zeroMs = Math.min(get().zeroMs, performance.now() - message.tMs);
        const epochMs = Math.min(get().epochMs, Date.now() - message.tMs);
        return set({ snapshot: message, zeroMs, epochMs, revision: revision + 1 });
      }
      case 'events':
        log.add(message.events, message.skipped);
        history.events(message.events);
        deliveries.events(message.events);
        return set({ revision: revision + 1 });
      case 'feed':
        return cameraFeed.want(message.wanted);
      case 'frame-taken':
        return cameraFeed.taken(message.id);
      case 'failed':
        return void fail(message.message);
    }
  }

  async function fail(problem: string): Promise<void> {
    // Both may tell of it, the process and main; the first knows the reason.
    if (get().phase === 'failed') return;
    enter('failed', problem);
    cameraFeed.want(false);
    set({ origin: null, pid: null, clients: [], feedOn: false, feed: null });
    await services.stop().catch(() => undefined);
  }

  async function start(port: number): Promise<void> {
    const { model, seats, watchdogMs, feedChosen } = get();
    const { media } = session.getState();
    const feed = feedPlan(feedChosen, media);
    set({ ...nothingTold(), feed });
    awaitBox = [];
    enter('starting');
    cameraFeed.want(false);
    told = null;
    const { sinceMs } = get();
    const isCurrent = (): boolean => get().sinceMs === sinceMs;
    setTimeout(() => isCurrent() && void fail(say('server.problem.late')), START_MS);
    try {
      // A camera is no file that could be served.
      const mediaId = media && !media.camera ? media.id : null;
      const asked = { port, model, seats, watchdogMs, mediaId, feedSource: feed.source };
      const served = await services.start(asked);
      set({ served });
      const { path } = get().toAdd;
      if (!pathsOf(served).includes(path)) get().setToAdd({ path: initialRoom().toAdd.path });
    } catch (error) {
      if (isCurrent()) void fail(messageOf(error));
    }
  }

  async function stop(): Promise<void> {
    enter('stopping');
    cameraFeed.want(false);
    set({ feedOn: false, feed: null });
    await services.stop().catch(() => undefined);
    if (get().phase !== 'stopping') return;
    enter('stopped');
    set({ origin: null, pid: null, clients: [], snapshot: null, tail: null, boxed: [] });
  }

  return {
    ...initialRoom(),
    startOrStop() {
      const { phase } = get();
      if (phase === 'running' || phase === 'starting') void stop();
      else if (phase !== 'stopping') void start(USUAL_PORT);
    },
    start: (port) => void start(port),
    stop: () => void stop(),
    setWorkers(change) {
      set(change);
      const { model, seats, watchdogMs } = get();
      services.toServer({ type: 'workers', model, seats, watchdogMs });
    },
    setBox(box) {
      set({ box });
      if (box) services.toBox({ type: 'settings', settings: box });
      else addAwaiting();
    },
    setAsking: (change) => set({ asking: { ...get().asking, ...change } }),
    setToAdd: (change) => set({ toAdd: { ...get().toAdd, ...change } }),
    addClients({ count, kind, path }: ClientsToAdd = get().toAdd) {
      const { served, box, boxOrigin, asking } = get();
      const origin = box ? boxOrigin : get().origin;
      if (origin === null) {
        if (get().origin !== null) awaitBox.push({ count, kind, path });
        return;
      }
      set({ clientsProblem: null });
      const url = (n: number): string =>
        origin + askedPath(pathOf(path, n, served), asking, { kind, n: path === MIX ? n >> 1 : n });
      if (url(0) === url(1)) return services.toClients({ type: 'add', url: url(0), count, kind });
      for (let n = 0; n < count; n += 1) {
        services.toClients({ type: 'add', url: url(n), count: 1, kind });
      }
    },
    removeClients: (ids) => services.toClients({ type: 'remove', ids: [...ids] }),
    dropResponse: (client) => services.toServer({ type: 'drop', client }),
    watch(watched) {
      set({ watched });
      tellWhomToWatch();
    },
    setFeed(source) {
      const { feed } = get();
      set({ feedChosen: source, cameraProblem: null });
      if (!feed) return;
      set({ feed: { ...feed, source } });
      services.toServer({ type: 'feed-source', source });
    },
    askFeedAgain: () => set({ cameraProblem: null, feedOn: true }),
    tell(notice) {
      set({ notice });
      setTimeout(() => get().notice === notice && set({ notice: null }), NOTICE_MS);
    },
    show: (change) => set(change),
  };
});

/** A part of the room's state, for React. */
export function useServerRoom<T>(select: (state: ServerRoom) => T): T {
  return useStore(room, select);
}

/** The server's own clock now, ms since its start; 0 until it has told of itself. */
export function serverNowMs(): number {
  return Math.max(0, performance.now() - room.getState().zeroMs);
}

/** How often what counts the time is drawn anew, ms. */
const TICK_MS = 200;

/** The server's clock, ms since its start, five times a second while `running`. */
export function useServerNow(running: boolean): number {
  const [nowMs, setNowMs] = useState(serverNowMs);
  useEffect(() => {
    if (!running) return;
    const tick = (): void => setNowMs(serverNowMs());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return nowMs;
}
