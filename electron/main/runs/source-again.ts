import { basename, relative } from 'node:path';
import type { RunLog } from '../../../model/run/schema';
import type { SourceAgain } from '../../ipc/runs-requests';
import { say } from '../../words';
import { findChange } from './recorded-media';

type LoggedMedia = RunLog['media'];

/** What is asked before a run's source is opened again. */
export interface AgainFrom {
  /** Throws a sentence for a file that nobody has named. */
  check: (path: string) => void;
  give: (path: string) => void;
  /** Where the app's own sample lies, and its size, bytes. */
  sample: { cacheDir: string; name: string; bytes: number };
}

/**
 * How the source of a kept run is opened again, or why it cannot be. A log may come from anywhere: what it names is
 * opened only when a person has opened it before, or when it really holds picture or sound.
 */
export async function sourceAgain(media: LoggedMedia, from: AgainFrom): Promise<SourceAgain> {
  const refused = (why: string, path: string): SourceAgain => ({
    ok: false,
    message: say(`runs.again.${why}`, { path }),
  });
  const { file, kind, bytes } = media;
  if (!file) return refused('unknown', media.name);
  // The sample is made anew wherever it is not.
  if (isSample(media, from.sample)) return { ok: true, how: 'sample' };
  const isPrepared = media.prepared !== null;
  if (isPrepared && !file.source) return refused('unknown', media.name);
  const own = file.source ? { ...file.source, bytes } : file;
  const change = await findChange(own, isPrepared ? null : media.deliveredSha256);
  if (change !== null) return refused(change, own.path);
  try {
    from.check(own.path);
  } catch {
    if (kind !== 'media' || !(await holdsMedia(own.path))) return refused('notGiven', own.path);
    from.give(own.path);
  }
  return { ok: true, how: 'file', path: own.path, as: kind === 'bytes' ? 'bytes' : 'auto' };
}

function isSample({ file, deliveredBytes }: LoggedMedia, sample: AgainFrom['sample']): boolean {
  if (!file || basename(file.path) !== sample.name || deliveredBytes !== sample.bytes) return false;
  const within = relative(sample.cacheDir, file.path);
  return within !== '' && !within.startsWith('..');
}

async function holdsMedia(path: string): Promise<boolean> {
  const { readContainer } = await import('../../media/container');
  return (await readContainer(path).catch(() => null)) !== null;
}
