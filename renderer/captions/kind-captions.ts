import { KindTable } from '../../model/source/kind-table';
import type { Caption, Effect } from './caption';
import type { Situation } from './situation';

/** Says something of a situation, or null when it is not what the rule is about. */
export type CaptionRule = (situation: Situation) => Caption | null;

/** What is said of one kind of source; FILE_CAPTIONS is that of most. */
export interface KindCaptions {
  /** While a run goes on: the first that has something to say is heard. */
  rules: readonly CaptionRule[];
  /** Of a run that is ready, behind that. */
  ready: (situation: Situation) => Effect[];
  /** While there is no run of it; `name` is the source's, empty when none is open. */
  none: (name: string) => string;
}

/** The captions of all kinds of sources; `renderer/source-kinds` adds them. */
export const KIND_CAPTIONS = new KindTable<KindCaptions>();
