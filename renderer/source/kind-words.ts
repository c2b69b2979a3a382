import type { MediaInfo } from '../../model/media/types';
import { KindTable } from '../../model/source/kind-table';

/** What is said of one kind of source where it is chosen. */
export interface KindWords {
  /** In a few words. */
  facts: (media: MediaInfo, consumeRate: number) => string;
  /** What it is made of and what was done to it, in a sentence or two. */
  note: (media: MediaInfo) => string;
  /** Why the model says nothing of it; of a kind that is predicted, empty. */
  whyNotPredicted: () => string;
}

/** The words of all kinds of sources; `renderer/source-kinds` adds them. */
export const KIND_WORDS = new KindTable<KindWords>();
