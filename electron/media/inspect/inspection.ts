import { z } from 'zod';
import type { Deliverable } from '../delivered';
import { NO_RECORDINGS, type Recordings } from '../joined';

/** What the bytes of a file say of it. */
export interface Inspection {
  /** Its name or its first bytes are those of a container of sound or pictures. */
  isMedia: boolean;
  /** It says itself that it is encrypted. */
  isProtected: boolean;
  /** How MSE plays it as it is; null when it does not. */
  deliverable: Deliverable | null;
  /** The picture of a sound that plays as it is, as a data URL; null when there is none. */
  cover: string | null;
  /** Recordings one behind another, looked for in what does not play as it is. */
  recordings: Recordings;
}

/** What is known of a file that was not looked into. */
export const NOTHING_SEEN: Omit<Inspection, 'isMedia'> = {
  isProtected: false,
  deliverable: null,
  cover: null,
  recordings: NO_RECORDINGS,
};

/** What an inspector is asked: one file at a time. */
export const inspectRequestSchema = z.object({
  /** Absolute. */
  path: z.string(),
  /** Its name already says that it is media: whether its bytes do is not asked. */
  isMedia: z.boolean(),
});
export type InspectRequest = z.infer<typeof inspectRequestSchema>;

/** What an inspector tells: that it can be asked, how far it is, and its answer. */
export type InspectorMessage =
  | { type: 'ready' }
  /** Share of the file that has been looked through, [0, 1]. */
  | { type: 'fraction'; fraction: number }
  | { type: 'done'; inspection: Inspection }
  /** An error of the system, which has a code, or of ours. */
  | { type: 'failed'; message: string; code: string; path: string };
