import type { ReactElement } from 'react';
import type { RunLog } from '../../model/run/schema';
import { say } from '../ui/words';
import { KIND_REPORTS } from './kind-report';
import type { KindCharts } from '../charts/kind-charts';
import { ReportCharts } from './report-charts';
import { ReportErrors, ReportStalls } from './report-events';
import { ReportHead } from './report-head';
import { ReportPrediction } from './report-prediction';
import { ReportTable } from './report-table';

/** A run on one page: settings, figures, charts, every stall and error; a view of the log alone. */
export function ReportPage({ log, charts }: { log: RunLog; charts: KindCharts }): ReactElement {
  return (
    <main>
      <ReportHead log={log} />
      <ReportTable log={log} />
      <p>{KIND_REPORTS.of(log.media).figures()}</p>
      <ReportErrors lanes={log.lanes} />
      <ReportCharts log={log} charts={charts} />
      <ReportStalls lanes={log.lanes} />
      <ReportPrediction log={log} />
      <footer>
        <p>{say('report.measured')}</p>
        <p>{say('report.made', log.app)}</p>
      </footer>
    </main>
  );
}
