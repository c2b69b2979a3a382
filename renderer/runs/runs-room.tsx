import { useEffect } from 'react';
import { ExportSheet } from './export/export-sheet';
import { ListPage } from './list/list-page';
import { refresh } from './library';
import { useOpenedRun } from './opened-run';
import { ScrubPage } from './scrub/scrub-page';
import './runs.css';

/** Kept runs: the list of them, or the one that is open. */
export function RunsRoom() {
  const opened = useOpenedRun((s) => s.opened);
  useEffect(() => {
    void refresh();
    return window.bufferscope.on('runs:changed', () => void refresh());
  }, []);
  return (
    <main className="page runs-room">
      {opened ? <ScrubPage drawn={opened} key={opened.id ?? 'named'} /> : <ListPage />}
      <ExportSheet />
    </main>
  );
}
