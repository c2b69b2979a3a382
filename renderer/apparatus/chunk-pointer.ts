import { createStore, type StoreApi } from 'zustand/vanilla';
import { chunkGrid, type ChunkGrid } from './chunk-places';
import type { LaneView } from './lane-view';

/** What is pointed at in a picture, as places of its grid. */
interface PointedState {
  /** Under the mouse. */
  over: number | null;
  /** Kept by a click or by keys: the mouse may go elsewhere. */
  kept: number | null;
  /** Arrow keys go from chunk to chunk. */
  byKeys: boolean;
}

const NOTHING: PointedState = { over: null, kept: null, byKeys: false };

/** The chunk of a picture whose story is told: one for all lanes, pointed at or kept. */
export class ChunkPointer {
  readonly store: StoreApi<PointedState> = createStore(() => NOTHING);
  readonly #grid: ChunkGrid;

  constructor(views: readonly LaneView[]) {
    const [view] = views;
    this.#grid = view ? chunkGrid(view) : { bytes: 1, count: 0, inRow: 1 };
  }

  /** The chunk whose story is told; null while none is. */
  get shown(): number | null {
    const { kept, over } = this.store.getState();
    return kept ?? over;
  }

  /** The mouse is over a chunk, or over none. */
  point(over: number | null): void {
    if (over !== this.store.getState().over) this.store.setState({ over });
  }

  /** A click keeps a chunk, or lets the kept one go: on itself, and where there is none. */
  click(at: number | null): void {
    const { kept } = this.store.getState();
    this.store.setState({ ...NOTHING, over: at, kept: at === kept ? null : at });
  }

  /** Arrow keys go from chunk to chunk now, beginning with the one that is told of, or else with this one. */
  enter(at: number): void {
    if (this.#grid.count > 0) this.#keep(this.shown ?? at);
  }

  /** So many chunks on, or back. */
  move(by: number): void {
    const { kept } = this.store.getState();
    if (kept !== null) this.#keep(kept + by);
  }

  /** A row of tiles on, or back. */
  moveRow(direction: 1 | -1): void {
    this.move(direction * this.#grid.inRow);
  }

  /** No story any more. */
  leave(): void {
    this.store.setState(NOTHING);
  }

  #keep(index: number): void {
    const kept = Math.min(this.#grid.count - 1, Math.max(0, index));
    this.store.setState({ kept, byKeys: true });
  }
}
