import { useEffect } from 'react';

/** Marks the moment at which the lanes are on the screen for the first time: `lanes-drawn` in User Timing. */
export function useDrawnMark(): void {
  useEffect(() => {
    // The first frame carries the lanes to the screen; the second begins when it is there.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => performance.mark('lanes-drawn'));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
}
