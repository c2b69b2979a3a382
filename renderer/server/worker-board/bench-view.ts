import type { Snapshot } from '../state/history';

/** What the bench shows of a server. */
export type BenchView = Pick<Snapshot, 'model' | 'seats' | 'clients'>;
