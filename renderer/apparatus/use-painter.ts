import { useCallback, type RefCallback } from 'react';
import type { LaneFrame } from '../live/types';
import type { LaneView } from './lane-view';
import { addRenderer } from './paint-loop';
import type { Scene } from './scene';

/** Draws one part of a lane from its frame. */
export interface LaneFrameRenderer {
  (frame: LaneFrame, scene: Scene): void;
  /** Lets go of what the painter watches. */
  stop?: () => void;
}

/** Makes the painter of one part of a lane from the element that React mounted. */
export type MakeLaneRenderer = (root: Element, view: LaneView) => LaneFrameRenderer;

/** A ref that hands its element to a painter for as long as it is on the page. */
export function useLaneRenderer(make: MakeLaneRenderer, view: LaneView): RefCallback<Element> {
  return useCallback(
    (root: Element | null) => {
      if (!root) return;
      const paint = make(root, view);
      const remove = addRenderer((scene) => paint(scene.frame(view.method), scene));
      return () => {
        remove();
        paint.stop?.();
      };
    },
    [make, view],
  );
}
