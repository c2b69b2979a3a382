import { createContext, use, useState, type PointerEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Method } from '../../model/delivery/types';
import { secondsFigure } from '../../model/figures';
import { inkOf } from '../ui/lane-style';
import { say } from '../ui/words';
import { px, type Plot } from './plot';

/** What one lane measured at the moment that is pointed at. */
export interface ReadingRow {
  method: Method;
  word: string;
  /** Which of two runs it is of, and in what colour it is written; of the one run of a chart when left out. */
  run?: { name: string; colour: string };
}

/** The moment that a pointer is over, in the unit of the horizontal axis; null while it is over none. */
type ReadingStore = StoreApi<{ at: number | null }>;

const newStore = (): ReadingStore => createStore(() => ({ at: null }));
const Shared = createContext<ReadingStore | null>(null);

/** Charts below share their moment: pointing at one reads the same time in all. */
export function SharedReading({ children }: { children: ReactNode }) {
  const [store] = useState(newStore);
  return <Shared value={store}>{children}</Shared>;
}

/** The moment that is pointed at, and what follows the pointer over plots. */
export function useReading() {
  const shared = use(Shared);
  const [own] = useState(newStore);
  const store = shared ?? own;
  const over = (plots: readonly Plot[]) => ({
    onPointerMove(event: PointerEvent<SVGSVGElement>): void {
      const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
      const plot = plots.find(({ left, right }) => at >= left && at <= right);
      store.setState({ at: plot ? plot.xAt(at) : null });
    },
    onPointerLeave: () => store.setState({ at: null }),
  });
  return { store, over };
}

interface ReadingProps {
  store: ReadingStore;
  plots: readonly Plot[];
}

/** The moment as a line through every plot. */
export function ReadingLine({ store, plots }: ReadingProps) {
  const at = useStore(store, (s) => s.at);
  if (at === null) return null;
  const d = plots.map(({ xInside, top, bottom }) => `M${px(xInside(at))} ${px(top)}V${px(bottom)}`);
  return <path d={d.join('')} stroke="var(--ink-3)" strokeDasharray="2 3" />;
}

interface ReadingBoxProps extends ReadingProps {
  rowsAt: (at: number) => readonly ReadingRow[];
}

/** The figures of the moment, beside its line; whatever they say also stands in the report. */
export function ReadingBox({ store, plots, rowsAt }: ReadingBoxProps) {
  const at = useStore(store, (s) => s.at);
  const [first, ...others] = plots;
  if (at === null || !first) return null;
  const line = first.xInside(at);
  const { width } = first.size;
  const beside = line > width / 2 ? { right: width - line + 8 } : { left: line + 8 };
  return (
    <dl className="readout" style={others.length > 0 ? { right: 0 } : beside}>
      <dt>{secondsFigure(at * 1000)}</dt>
      {rowsAt(at).map(({ method, word, run }) => (
        <dd key={method + (run?.name ?? '')} style={{ color: run?.colour ?? inkOf(method) }}>
          {run?.name ?? say(`lanes.methods.${method}`)} <b>{word}</b>
        </dd>
      ))}
    </dl>
  );
}
