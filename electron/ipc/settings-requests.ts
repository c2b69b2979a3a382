import { z } from 'zod';
import { settingsSchema } from '../../model/run/schema';
import { bytesSchema, linkTextSchema, seedSchema } from './bounds';

/** What a run is set to, whatever it delivers; the link as a SPEC. */
export const runTermsSchema = z.object({
  settings: settingsSchema,
  link: linkTextSchema,
  seed: seedSchema,
});
export type RunTerms = z.infer<typeof runTermsSchema>;

/** A setting that is to be another; null for what holds without its flag. */
const settingChangeSchema = z.object({
  flag: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type SettingChange = z.infer<typeof settingChangeSchema>;

/** Settings as one line of text, on the clipboard: the window neither reads nor writes it by itself. */
export const SETTINGS_REQUESTS = {
  /** Puts the line on the clipboard, and answers with it. */
  'settings:copy': { payload: runTermsSchema, answer: z.string() },
  /** What the clipboard's text would change, for a source of so many bytes; null while there is none. */
  'settings:paste': {
    payload: z.object({ now: runTermsSchema, sourceBytes: bytesSchema.nullable() }),
    answer: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        terms: runTermsSchema,
        changes: z.array(settingChangeSchema),
      }),
      z.object({ ok: z.literal(false), message: z.string() }),
    ]),
  },
} as const;
