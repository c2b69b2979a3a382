import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The part of a long list that can be seen, and a little around it. */
export interface RowsSeen {
  ref: RefObject<HTMLDivElement | null>;
  /** Rows [first, last) are to be drawn. */
  first: number;
  last: number;
  /** True while the list is at its top. */
  atTop: boolean;
  toTop: () => void;
  /** Scrolls as little as brings a row into sight. */
  toRow: (index: number) => void;
}

/** Rows drawn beyond the edges, so that scrolling shows no gap. */
const BEYOND = 6;

/** Follows a list of rows of the same height, px, of which only those in sight are drawn. */
export function useRows(count: number, rowPx: number): RowsSeen {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = (): void => {
      const { scrollTop: top, clientHeight: height } = element;
      setView((before) =>
        before.top === top && before.height === height ? before : { top, height },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const toRow = useCallback(
    (index: number) => {
      const element = ref.current;
      if (!element) return;
      const { scrollTop, clientHeight } = element;
      const top = index * rowPx;
      const within = Math.max(top + rowPx - clientHeight, Math.min(scrollTop, top));
      if (within !== scrollTop) element.scrollTo({ top: within });
    },
    [rowPx],
  );
  const first = Math.max(0, Math.floor(view.top / rowPx) - BEYOND);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowPx) + BEYOND);
  return {
    ...{ ref, first, last, atTop: view.top < rowPx / 2 },
    toTop: () => ref.current?.scrollTo({ top: 0 }),
    toRow,
  };
}
