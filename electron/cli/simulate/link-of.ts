import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { importTrace } from '../../../model/link/formats/import-trace';
import type { KnownCurve } from '../../../model/link/known-curve';
import { profileCurve } from '../../../model/link/profiles';
import { say } from '../../words';

/** The curve of a trace's file or of a built-in profile; throws an Error whose message is one sentence. */
export function curveOf(kind: 'trace' | 'profile', name: string): KnownCurve {
  if (kind === 'profile') return profileCurve(name);
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Error(say('simulateCli.unreadable', { path: name, code }), { cause: error });
  }
  try {
    return importTrace(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(say('simulateCli.badTrace', { name: basename(name), reason }), {
      cause: error,
    });
  }
}
