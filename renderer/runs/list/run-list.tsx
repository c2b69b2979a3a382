import { useEffect, type CSSProperties } from 'react';
import { METHODS } from '../../../model/delivery/types';
import type { RunSummary } from '../../../model/runs/summary';
import { Glyph } from '../../ui/glyph';
import { useRows } from '../../ui/use-rows';
import { say } from '../../ui/words';
import { useTwo } from '../two/two-store';
import { useLibrary } from '../library';
import { RunRow, rowId } from './run-row';
import { SmallPictureDefs } from './small-picture';

/** Height of a row, px; the style sheet takes it from here. */
const ROW_PX = 56;

interface RunListProps {
  shown: readonly RunSummary[];
}

/** The rows of the runs; only those on the page are there. */
export function RunList({ shown }: RunListProps) {
  const wanted = useLibrary((s) => s.current);
  const renaming = useLibrary((s) => s.renaming);
  const sort = useLibrary((s) => s.sort);
  const marked = useTwo((s) => s.marked);
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === wanted),
  );
  const current = shown[at]?.id ?? null;
  const { ref, first, last, toRow } = useRows(shown.length, ROW_PX);
  useEffect(() => {
    if (wanted !== null) toRow(at);
  }, [toRow, at, wanted]);
  return (
    <div
      role="grid"
      className="run-list panel"
      style={{ '--row': `${String(ROW_PX)}px` } as CSSProperties}
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
      <div className="run-rows" ref={ref} role="rowgroup">
        <div role="presentation" style={{ height: shown.length * ROW_PX }}>
          {shown.slice(first, last).map((run, i) => (
            <RunRow
              key={run.id}
              run={run}
              index={first + i + 1}
              top={(first + i) * ROW_PX}
              current={run.id === current}
              renaming={run.id === renaming}
              marked={run.id === marked}
              lastPinned={run.pinned && shown[first + i + 1]?.pinned !== true}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
