import { useEffect } from 'react';
import { ExportSheet } from './export/export-sheet';
import { ComparePage } from './two/compare-page';
import { useTwo } from './two/two-store';
import { ListPage } from './list/list-page';
import { refresh } from './library';
import { useOpenedRun } from './opened-run';
import { ScrubPage } from './scrub/scrub-page';
import './runs.css';

/** Kept runs: the list of them, the one that is open, or two that are compared. */
export function RunsRoom() {
  const opened = useOpenedRun((s) => s.opened);
  const compared = useTwo((s) => s.shown !== null);
  useEffect(() => {
    void refresh();
    return window.bufferscope.on('runs:changed', () => void refresh());
  }, []);
  return (
    <main className="page runs-room">
      {opened ? (
        <ScrubPage drawn={opened} key={opened.id ?? 'named'} />
      ) : compared ? (
        <ComparePage />
      ) : (
        <ListPage />
      )}
      <ExportSheet />
    </main>
  );
}
