import type { RunView } from '../../model/run/run-view';
import type { ChunkPointer } from './chunk-pointer';
import { sceneOf, type Scene } from './scene';

/** Draws one part of the picture from a moment of the run. */
export type FrameRenderer = (scene: Scene) => void;

/** Wall time between two writings of words, ms. */
const TEXT_MS = 100;
/** Wall time between two labels for screen readers, ms. */
const LABEL_MS = 2000;
/** With reduced motion, and while nothing moves, the picture is drawn this seldom, ms. */
const SLOW_MS = 250;

/**
 * The animation loop of one picture: reads the run once a frame and hands that moment to every part. A driven loop has
 * no frames of its own: whoever drives it says when it draws, and all that it draws is of the run's moment alone.
 */
export class PaintLoop {
  readonly #run: RunView | null;
  readonly #pointer: Pick<ChunkPointer, 'shown'>;
  readonly #driven: boolean;
  readonly #renderers = new Set<FrameRenderer>();
  readonly #calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  #request = 0;
  #drawnMs = -Infinity;
  #textsMs = -Infinity;
  #labelsMs = -Infinity;
  #moment = '';
  /** The words of the moment that is drawn are still to be written. */
  #owed = false;

  constructor(run: RunView | null, pointer: Pick<ChunkPointer, 'shown'>, driven = false) {
    this.#run = run;
    this.#pointer = pointer;
    this.#driven = driven;
  }

  /** Adds a part of the picture; the returned function takes it out. */
  add(renderer: FrameRenderer): () => void {
    this.#renderers.add(renderer);
    // A new part has neither words nor label.
    this.refresh();
    if (this.#request === 0 && !this.#driven) this.#request = requestAnimationFrame(this.#next);
    return () => {
      this.#renderers.delete(renderer);
      if (this.#renderers.size === 0) this.stop();
    };
  }

  /** The next frame writes all, whatever has changed. */
  refresh(): void {
    this.#moment = '';
    this.#drawnMs = this.#textsMs = this.#labelsMs = -Infinity;
  }

  /** Draws the run's moment, words and all. */
  draw(): void {
    this.#paint({ texts: true, labels: false });
  }

  /** Draws no further frame until another part is added. */
  stop(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  readonly #next = (wallMs: number): void => {
    this.#request = requestAnimationFrame(this.#next);
    const run = this.#run;
    const phase = run?.state().phase ?? '';
    const seen = `${phase} ${String(run?.shownMs() ?? '')}`;
    const changed = seen !== this.#moment;
    const texts = wallMs - this.#textsMs >= TEXT_MS;
    // A change of phase or a step is drawn at once, and its words where they had to wait; a moment that stands is
    // looked at now and then.
    const due = phase === 'running' ? !this.#calm.matches : changed || (this.#owed && texts);
    if (!due && wallMs - this.#drawnMs < SLOW_MS) return;
    const labels = wallMs - this.#labelsMs >= LABEL_MS;
    this.#paint({ texts, labels });
    this.#moment = seen;
    this.#drawnMs = wallMs;
    if (texts) this.#textsMs = wallMs;
    this.#owed = !texts;
    if (labels) this.#labelsMs = wallMs;
  };

  #paint(due: Pick<Scene, 'texts' | 'labels'>): void {
    const scene = sceneOf(this.#run, { ...due, chunk: this.#pointer.shown });
    for (const renderer of this.#renderers) renderer(scene);
  }
}
