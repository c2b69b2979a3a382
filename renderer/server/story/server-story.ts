import { createStore } from 'zustand/vanilla';
import type { Mark } from '../../../model/run/marks';
import type { RunPhase } from '../../../model/run/run-view';
import type { EventLog } from '../../../model/scenario/events';
import type { ScenarioServer, ScenarioStep } from '../../../model/scenario/types';
import type { StoryHost } from '../../live/story-host';
import { room, serverNowMs } from '../state/room';

/** A stretch in which the story's clock stood, on the server's clock, ms. */
interface Pause {
  fromMs: number;
  toMs: number;
}

/** A scenario in the Server room: a server of its own from the beginning, its clients, and a clock that can stand. */
export class ServerStory implements StoryHost {
  readonly room = 'server';
  readonly speed = 1;
  readonly store = createStore<{ phase: RunPhase }>(() => ({ phase: 'ready' }));
  /** When the server listened, on its own clock, ms. */
  #beganMs = 0;
  #endedMs = 0;
  readonly #pauses: Pause[] = [];
  readonly #stop: () => void;

  constructor(private readonly server: ScenarioServer) {
    this.#stop = room.subscribe(({ phase }) => {
      if (this.phase() === 'preparing' && phase === 'running') this.#begin();
      // A server that is stopped or fails ends what was told with it.
      else if (this.#goesOn() && phase !== 'running') this.#over();
      else if (this.phase() === 'preparing' && phase === 'failed') this.#over();
    });
  }

  /** Starts the server; the steps begin when it listens. */
  start(): void {
    const { model, seats, feed } = this.server;
    room.setState({ model, seats, feedChosen: feed, marks: [], opened: null });
    room.getState().start(0);
    // A server that ran until now is not the one that is waited for.
    this.store.setState({ phase: 'preparing' });
  }

  phase(): RunPhase {
    return this.store.getState().phase;
  }

  nowMs(): number {
    const phase = this.phase();
    if (phase === 'ready' || phase === 'preparing') return 0;
    return this.#toStory(phase === 'ended' ? this.#endedMs : serverNowMs());
  }

  log(): EventLog {
    const server = room.getState().log.events.map(({ tMs, kind }) => ({
      tMs: this.#toStory(tMs),
      kind,
    }));
    return { lanes: [], outages: [], server };
  }

  subscribe(changed: () => void): () => void {
    const stops = [this.store.subscribe(changed), room.subscribe(changed)];
    return () => stops.forEach((stop) => stop());
  }

  addMark(mark: Mark): void {
    const own = { ...mark, tMs: this.#toServer(mark.tMs) };
    room.setState(({ marks }) => ({ marks: [...marks.map((each) => ended(each, own)), own] }));
  }

  act({ clients }: ScenarioStep): void {
    const { addClients, removeClients, clients: now } = room.getState();
    if (!clients) return;
    if ('remove' in clients) removeClients(now.map(({ id }) => id));
    else addClients({ count: clients.add, kind: clients.kind, path: clients.ask });
  }

  restore(): void {
    // The Server room has no link to restore.
  }

  pause(): void {
    if (this.phase() !== 'running') return;
    this.#pauses.push({ fromMs: serverNowMs(), toMs: Infinity });
    this.store.setState({ phase: 'paused' });
  }

  continue(): void {
    const last = this.#pauses.at(-1);
    if (this.phase() !== 'paused' || !last) return;
    last.toMs = serverNowMs();
    this.store.setState({ phase: 'running' });
  }

  /** The story is over; its clients leave, the server stays until it is stopped. */
  end(): void {
    if (!this.#goesOn()) return;
    this.act({ line: 0, begins: { atMs: 0 }, clients: { remove: 'all' } });
    this.#over();
  }

  dispose(): void {
    this.#stop();
  }

  #begin(): void {
    this.#beganMs = serverNowMs();
    this.store.setState({ phase: 'running' });
  }

  #goesOn(): boolean {
    return this.phase() === 'running' || this.phase() === 'paused';
  }

  #over(): void {
    this.#endedMs = serverNowMs();
    this.store.setState({ phase: 'ended' });
  }

  /** A moment of the server's clock on the story's, ms: less what it stood until then. */
  #toStory(serverMs: number): number {
    const stood = this.#pauses.reduce(
      (ms, { fromMs, toMs }) => ms + Math.max(0, Math.min(toMs, serverMs) - fromMs),
      0,
    );
    return Math.max(0, serverMs - this.#beganMs - stood);
  }

  /** The other way round: the first such moment. */
  #toServer(storyMs: number): number {
    let ms = this.#beganMs + storyMs;
    for (const { fromMs, toMs } of this.#pauses) if (ms > fromMs) ms += toMs - fromMs;
    return ms;
  }
}

/** A caption that still holds ends where the next one begins. */
const ended = (mark: Mark, next: Mark): Mark =>
  mark.kind === 'caption' && next.kind === 'caption' && mark.toMs === undefined
    ? { ...mark, toMs: next.tMs }
    : mark;
