import { useCallback, type RefCallback } from 'react';
import type { LaneFrame } from '../../model/run/frame';
import type { RunPictures } from '../../model/run/run-view';
import { useApparatus } from './apparatus';
import type { LaneView } from './lane-view';
import type { FrameRenderer } from './paint-loop';
import type { Scene } from './scene';

/** Draws one part of a lane from its frame. */
export interface LaneFrameRenderer {
  (frame: LaneFrame, scene: Scene): void;
  /** Lets go of what the renderer watches. */
  stop?: () => void;
}

/** Makes the renderer of one part of a lane from the element that React mounted. */
export type MakeLaneRenderer = (
  root: Element,
  view: LaneView,
  pictures: RunPictures | null,
) => LaneFrameRenderer;

/** A ref that hands its element to a renderer for as long as it is on the page. */
export function useLaneRenderer(make: MakeLaneRenderer, view: LaneView): RefCallback<Element> {
  const { loop, pictures } = useApparatus();
  return useCallback(
    (root: Element | null) => {
      if (!root) return;
      const render = make(root, view, pictures);
      const remove = loop.add((scene) => render(scene.frame(view.method), scene));
      return () => {
        remove();
        render.stop?.();
      };
    },
    [make, view, loop, pictures],
  );
}

/** The same for a part that belongs to no lane. */
export function useFrameRenderer<E extends Element>(
  make: (root: E) => FrameRenderer,
): RefCallback<E> {
  const { loop } = useApparatus();
  return useCallback(
    (root: E | null) => {
      if (root) return loop.add(make(root));
    },
    [make, loop],
  );
}

/** One drawn element: writes an attribute or its text only when it has changed, and reads nothing back. */
export class AttrWriter {
  readonly #last = new Map<string, string | number | boolean>();

  constructor(readonly element: Element) {}

  set(name: string, value: string | number | boolean): void {
    if (this.#last.get(name) === value) return;
    this.#last.set(name, value);
    this.element.setAttribute(name, String(value));
  }

  /**
   * A length in user units, to a hundredth. One that has moved by less than `coarse` units waits for the frame that
   * writes words, so that the page is not laid out and painted in every frame for less than can be seen.
   */
  length(name: string, value: number, coarse = 0): void {
    const last = this.#last.get(name);
    if (typeof last === 'number' && Math.abs(value - last) < coarse) return;
    this.set(name, Math.round(value * 100) / 100);
  }

  /** Where it is drawn, as a CSS transform: an HTML element with `will-change` is neither laid out nor painted anew. */
  transform(value: string): void {
    if (this.#last.get('#transform') === value) return;
    this.#last.set('#transform', value);
    (this.element as HTMLElement).style.transform = value;
  }

  text(value: string): void {
    if (this.#last.get('#text') === value) return;
    this.#last.set('#text', value);
    this.element.textContent = value;
  }
}

/** The mark named `part` inside `root`; a part that is not there is a mistake in the component. */
export function partWriter(root: Element, part: string): AttrWriter {
  const element = root.querySelector(`[data-part="${part}"]`);
  if (!element) throw new Error(`The picture has no part "${part}".`);
  return new AttrWriter(element);
}
