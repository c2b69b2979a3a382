import { useLayoutEffect } from 'react';

let settle = (): void => {};

/** Resolves once the lanes are on the screen: what is not needed for that can wait for it. */
export const lanesDrawn = new Promise<void>((resolve) => (settle = resolve));

/** Tells when the lanes are on the screen, once to those who wait and as `lanes-drawn` in User Timing. */
export function useLanesDrawn(): void {
  useLayoutEffect(() => {
    // The first frame carries the lanes to the screen; the second begins when it is there.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        performance.mark('lanes-drawn');
        settle();
      });
    });
  }, []);
}
