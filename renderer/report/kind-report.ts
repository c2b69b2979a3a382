import type { RunLog } from '../../model/run/schema';
import { KindTable } from '../../model/source/kind-table';

/** What the report says of one kind of source; FILE_REPORT is that of most. */
export interface KindReport {
  title: (log: RunLog) => string;
  /** What was delivered. */
  media: (log: RunLog) => string;
  /** How the run was set. */
  settings: (log: RunLog) => string;
  /** What the last columns of the table mean. */
  figures: () => string;
  /** Why the model says nothing of a lane of it; of a kind that is predicted, empty. */
  notPredicted: () => string;
}

/** The reports of all kinds of sources; `renderer/source-kinds` adds them. */
export const KIND_REPORTS = new KindTable<KindReport>();
