import { z } from 'zod';
import { MAX_READ_BYTES, resultSchema, type LearnerResult } from './schema';

/** Why a file is no result that can be read; its sentence is `classView.problems.<code>`. */
export type ResultProblemCode =
  | 'unreadable'
  | 'tooLarge'
  | 'empty'
  | 'cutOff'
  | 'noResult'
  | 'newer'
  | 'field'
  | 'otherLesson'
  | 'unknownLesson'
  | 'twice';

export interface ResultProblem {
  code: ResultProblemCode;
  params: Record<string, string>;
}

export type ReadResult =
  { ok: true; result: LearnerResult } | { ok: false; problem: ResultProblem };

const namedSchema = z.object({ schema: z.string() });

/** Reads the text of a result file; never throws, whatever the text is. */
export function readResult(text: string): ReadResult {
  const refused = (code: ResultProblemCode, params: Record<string, string> = {}): ReadResult => ({
    ok: false,
    problem: { code, params },
  });
  if (text.length > MAX_READ_BYTES) return refused('tooLarge');
  const trimmed = text.trim();
  if (trimmed === '') return refused('empty');
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    // What begins as a result does and has no end was cut off on its way.
    const begins = /^\{\s*"schema"\s*:\s*"bufferscope\.result\//.test(trimmed);
    return refused(begins && !trimmed.endsWith('}') ? 'cutOff' : 'noResult');
  }
  const named = namedSchema.safeParse(value);
  if (!named.success) return refused('noResult');
  const version = /^bufferscope\.result\/(\d{1,9})$/.exec(named.data.schema)?.[1];
  if (version === undefined) return refused('noResult');
  if (version !== '1') return refused('newer');
  const parsed = resultSchema.safeParse(value);
  if (parsed.success) return { ok: true, result: parsed.data };
  return refused('field', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
}
