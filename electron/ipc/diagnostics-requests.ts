import { z } from 'zod';
import { CHECK_LINES, checkedLineSchema } from '../../model/check/check';

/** What goes into the diagnostics: what the check has found, and whether names of files do. */
const wantedSchema = z.object({
  lines: z.array(checkedLineSchema).max(CHECK_LINES.length),
  names: z.boolean(),
});
export type WantedDiagnostics = z.infer<typeof wantedSchema>;

/** What a person can hand on with a report of a fault; the text is made by main alone. */
export const DIAGNOSTICS_REQUESTS = {
  /** The whole text, and how many dumps of crashes there are, of so many bytes. */
  'diagnostics:text': {
    payload: wantedSchema,
    answer: z.object({ text: z.string(), dumps: z.number(), dumpBytes: z.number() }),
  },
  /** Puts the text on the clipboard, and answers with it. */
  'diagnostics:copy': { payload: wantedSchema, answer: z.string() },
  /** Asks for a folder, and saves the text and the dumps in a new one inside it; null when dismissed, else its path. */
  'diagnostics:save': { payload: wantedSchema, answer: z.string().nullable() },
  /** Shows the log file where it lies. */
  'diagnostics:show-log': { payload: z.undefined(), answer: z.undefined() },
} as const;
