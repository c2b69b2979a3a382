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
