import { useLayoutEffect } from 'react';

/** Marks the page with its mode, which the style sheets follow. */
export function useMode(mode: 'presenter' | null): void {
  useLayoutEffect(() => {
    if (mode) document.documentElement.dataset.mode = mode;
    else delete document.documentElement.dataset.mode;
  }, [mode]);
}
