import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { METHODS } from '../../../model/delivery/types';
import type { RunSummary } from '../../../model/runs/summary';
import { Glyph } from '../../ui/glyph';
import { say } from '../../ui/words';
import { useLibrary } from '../library';
import { RunRow, rowId } from './run-row';
import { SmallPictureDefs } from './small-picture';

/** Height of a row, px. */
const ROW = 56;

interface RunListProps {
  shown: readonly RunSummary[];
}

/** The rows of the runs; only those on the page are there. */
export function RunList({ shown }: RunListProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const wanted = useLibrary((s) => s.current);
  const renaming = useLibrary((s) => s.renaming);
  const sort = useLibrary((s) => s.sort);
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === wanted),
  );
  const current = shown[at]?.id ?? null;
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 4,
    getItemKey: (i) => shown[i]?.id ?? i,
  });
  useEffect(() => {
    if (wanted !== null) rows.scrollToIndex(at);
  }, [rows, at, wanted]);
  return (
    <div
      role="grid"
      className="run-list panel"
      tabIndex={0}
      aria-label={say('runs.list')}
      aria-rowcount={shown.length + 1}
      aria-activedescendant={current === null ? undefined : rowId(current)}
    >
      <SmallPictureDefs />
      <div role="row" className="run-head" aria-rowindex={1}>
        <span role="columnheader">
          <b>{say(`runs.order.${sort}`)}</b>
        </span>
        <span role="columnheader">{say('runs.columns.media')}</span>
        <span role="columnheader">{say('runs.columns.link')}</span>
        {METHODS.map((method) => (
          <span role="columnheader" key={method} className="run-method">
            <Glyph method={method} />
            <span>
              {say(`lanes.methods.${method}`)}
              <small>{say('runs.columns.method')}</small>
            </span>
          </span>
        ))}
        <span role="columnheader">
          {say('runs.columns.buffer')}
          <small>{say('runs.columns.scale')}</small>
        </span>
      </div>
      <div className="run-rows" ref={scroll} role="rowgroup">
        <div role="presentation" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const run = shown[index];
            if (!run) return null;
            return (
              <RunRow
                key={run.id}
                run={run}
                index={index + 1}
                top={start}
                current={run.id === current}
                renaming={run.id === renaming}
                lastPinned={run.pinned && shown[index + 1]?.pinned !== true}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
