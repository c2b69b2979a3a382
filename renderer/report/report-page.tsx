import type { ReactElement } from 'react';
import type { RunLog } from '../../model/run/schema';
import { formatBytes } from '../../model/units';
import { secondsFigure, sizeFigure } from '../../model/figures';
import { say } from '../ui/words';
import { ReportCharts } from './report-charts';
import { ReportErrors, ReportStalls } from './report-events';
import { ReportPrediction } from './report-prediction';
import { ReportTable } from './report-table';

/** A run on one page: settings, figures, charts, every stall and error; a view of the log alone. */
export function ReportPage({ log }: { log: RunLog }): ReactElement {
  const { app, media, link, settings } = log;
  const chunk = formatBytes(settings.chunkBytes);
  return (
    <main>
      <h1>{say('report.title', { name: media.name })}</h1>
      <p>
        {say('report.media', {
          bytes: sizeFigure(media.deliveredBytes),
          seconds: secondsFigure(media.durationS * 1000),
          container: media.container,
          codecs: media.codecs.join(', '),
        })}
        ; {media.prepared ?? say('report.asItIs')}.
      </p>
      <p>{say('report.link', { spec: link.spec, seed: link.seed, speed: settings.speed })}</p>
      <p>
        {say('report.settings', {
          chunk,
          prefetch: formatBytes(settings.prefetchBytes),
          resume: formatBytes(settings.resumeBytes ?? settings.prefetchBytes),
          maxAhead: formatBytes(settings.maxAheadBytes),
          streamingAhead: formatBytes(settings.streamingAheadBytes ?? 2 * settings.chunkBytes),
        })}
      </p>
      <ReportTable log={log} />
      <ReportErrors lanes={log.lanes} />
      <ReportCharts log={log} />
      <ReportStalls lanes={log.lanes} />
      <ReportPrediction log={log} />
      <footer>
        <p>{say('report.measured')}</p>
        <p>{say('report.made', app)}</p>
      </footer>
    </main>
  );
}
