import { z } from 'zod';
import { LANES } from '../delivery/types';
import type { Mark } from '../run/marks';
import { downTimeSchema, type RunLog } from '../run/schema';

const ms = z.number().nonnegative();

/** What of a run is to be known before a video of it is chosen, and what its timeline shows. */
export const videoSubjectSchema = z.object({
  lengthMs: ms,
  methods: z.array(z.enum(LANES)),
  hasAudio: z.boolean(),
  /** What its camera showed was not kept. */
  unseen: z.boolean(),
  chapters: z.array(z.object({ tMs: ms, name: z.string() })),
  /** When something began to be said. */
  captionsMs: z.array(ms),
  outages: z.array(downTimeSchema),
});
export type VideoSubject = z.infer<typeof videoSubjectSchema>;

/** What of a log a subject is made from; what a run is foreseen to be has it, too. */
interface Shown {
  lengthMs: number;
  lanes: readonly Pick<RunLog['lanes'][number], 'method'>[];
  media: Pick<RunLog['media'], 'hasAudio' | 'kind'> & { pictures?: string | undefined };
  marks: readonly Mark[];
  link: Pick<RunLog['link'], 'outages'>;
}

/** A run as the subject of a video. */
export function subjectOf({ lengthMs, lanes, media, marks, link }: Shown): VideoSubject {
  return {
    lengthMs,
    methods: lanes.map(({ method }) => method),
    hasAudio: media.hasAudio,
    unseen: media.kind === 'camera' && media.pictures === undefined,
    chapters: marks.flatMap(({ tMs, chapter }) =>
      chapter === undefined ? [] : [{ tMs, name: chapter }],
    ),
    captionsMs: marks.filter(({ kind }) => kind === 'caption').map(({ tMs }) => tMs),
    outages: link.outages,
  };
}
