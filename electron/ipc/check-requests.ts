import { z } from 'zod';
import { checkedLineSchema, CHECK_LINES, findingSchema, MAIN_LINES } from '../../model/check/check';

/** The looks at this computer that only main can take, and what becomes of them all. */
export const CHECK_REQUESTS = {
  'check:look': { payload: z.object({ line: z.enum(MAIN_LINES) }), answer: findingSchema },
  /** A second of film as H.264 in a fragmented MP4, made now; null where no ffmpeg can make it. */
  'check:film': {
    payload: z.undefined(),
    answer: z.instanceof(Uint8Array<ArrayBuffer>).nullable(),
  },
  /** Puts the lines on the clipboard as text, and answers with it. */
  'check:copy': {
    payload: z.array(checkedLineSchema).max(CHECK_LINES.length),
    answer: z.string(),
  },
  /** `--check` only: all lines are there; main prints them and exits. */
  'check:finish': {
    payload: z.array(checkedLineSchema).max(CHECK_LINES.length),
    answer: z.undefined(),
  },
} as const;
