import { z } from 'zod';
import { LESSON_ENDING } from '../../../model/lesson/file-name';

/** Bounds of a packed lesson, which may be a stranger's. */
export const MAX_PACKED_FILES = 64;
export const MAX_PACKED_BYTES = 2e9;
/** A whole that is so much larger than its file is no lesson: media is compressed already. */
export const MAX_RATIO = 100;
/** Below this size nobody asks for the ratio, bytes. */
export const RATIO_FROM_BYTES = 20e6;

/** Name of the entry that says what the others are. */
export const MANIFEST = 'bufferlesson.json';
export const MAX_MANIFEST_BYTES = 50_000;

const entry = z.string().min(1).max(500);

/** What a packed lesson holds: `bufferlesson.json` in the zip. */
export const manifestSchema = z.object({
  schema: z.literal('bufferscope.lesson-file/1'),
  /** The lesson's file, which lies at the top. */
  lesson: z
    .string()
    .min(LESSON_ENDING.length + 1)
    .max(200)
    .refine((name) => name.endsWith(LESSON_ENDING) && !/[\\/]/.test(name)),
  /** Its other languages, by their tags. */
  languages: z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), entry),
  /** The entry of each file that the lesson names, as it names it. */
  files: z.record(z.string().min(1).max(2000), entry),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A packed lesson that cannot be written or read; its message is the sentence. */
export class PackedLessonError extends Error {
  override name = 'PackedLessonError';
}
