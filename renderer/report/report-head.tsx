import type { ReactElement } from 'react';
import type { RunLog } from '../../model/run/schema';
import { say } from '../ui/words';
import { KIND_REPORTS } from './kind-report';

/** What a report is called. */
export const reportTitle = (log: RunLog): string => KIND_REPORTS.of(log.media).title(log);

/** What was delivered over which link, and how the run was set. */
export function ReportHead({ log }: { log: RunLog }): ReactElement {
  const { link, settings } = log;
  const kind = KIND_REPORTS.of(log.media);
  return (
    <>
      <h1>{kind.title(log)}</h1>
      <p>{kind.media(log)}</p>
      <p>{say('report.link', { spec: link.spec, seed: link.seed, speed: settings.speed })}</p>
      <p>{kind.settings(log)}</p>
    </>
  );
}
