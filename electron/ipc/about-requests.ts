import { z } from 'zod';
import { FFMPEG_LICENCES } from '../../model/about/ffmpeg-licence';

/** What the app is made of and runs on, as main knows it. */
export const aboutFactsSchema = z.object({
  version: z.string(),
  /** Of what it was packed: the commit, short, and its day as YYYY-MM-DD; null when run from a checkout. */
  build: z.object({ commit: z.string(), day: z.string() }).nullable(),
  electron: z.string(),
  /** The version of Electron that a release has. */
  releaseElectron: z.string(),
  chrome: z.string(),
  node: z.string(),
  /** The ffmpeg that makes what has to be made; null when none runs. */
  ffmpeg: z
    .object({
      version: z.string(),
      source: z.string(),
      licence: z.enum(FFMPEG_LICENCES),
      configuration: z.string(),
    })
    .nullable(),
  system: z.string(),
  arch: z.string(),
  cores: z.number(),
  memoryBytes: z.number(),
  /** Whether Chromium's own list of licences lies beside the program. */
  chromiumLicences: z.boolean(),
});
export type AboutFacts = z.infer<typeof aboutFactsSchema>;

/** Requests of the About page. */
export const ABOUT_REQUESTS = {
  'about:facts': { payload: z.undefined(), answer: aboutFactsSchema },
  /** Opens Chromium's list of licences with the system's own program; answers with why not, or null. */
  'about:chromium-licences': { payload: z.undefined(), answer: z.string().nullable() },
} as const;
