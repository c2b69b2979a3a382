import { z } from 'zod';
import { parseBytes, parseDurationMs, parseRate } from '../units';

/** A text of a file is no longer, characters. */
const MAX_TEXT_CHARS = 1000;
/** Nothing of a file lies further ahead than a day of the run's clock, ms. */
const MAX_MS = 86_400_000;

/**
 * Every error of this schema is the name of what was expected: its sentence is `scenario.expected.<name>` of the words.
 * What a parser has to say of the text stands behind it.
 */
export const read = <T>(expected: string, parse: (text: string) => T | null) =>
  z
    .string({ error: expected })
    .max(MAX_TEXT_CHARS, { error: expected })
    .transform((text, ctx): T => {
      let value: T | null;
      try {
        value = parse(text);
      } catch {
        value = null;
      }
      if (value !== null) return value;
      ctx.issues.push({ code: 'custom', message: expected, input: text });
      return z.NEVER;
    });

const within = (max: number, parse: (text: string) => number) => (text: string) => {
  const value = parse(text);
  return value <= max ? value : null;
};

/** "12s" or "500ms" as ms. */
export const time = read('time', within(MAX_MS, parseDurationMs));

/** "1MB" as bytes. */
export const size = read('size', parseBytes);

/** "1.3MB/s" as bytes a second, more than none. */
export const rate = read('rate', (text) => parseRate(text) || null);

/** Said or left out. */
export const yes = z.literal(true, { error: 'true' });

/** One of these words; the error is the name of what was expected. */
export const oneOf = <T extends string>(expected: string, words: readonly [T, ...T[]]) =>
  z.enum(words, { error: expected });

/** A text of a few lines at most. */
export const line = z
  .string({ error: 'text' })
  .min(1, { error: 'text' })
  .max(MAX_TEXT_CHARS, { error: 'text' });
