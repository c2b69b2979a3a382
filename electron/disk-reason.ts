import { ownValue } from '../model/own-value';

const REASONS = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  // A file lies where the folder was.
  EEXIST: 'gone',
} as const satisfies Record<string, string>;

/** Why the disk refused a file, as the name of one of our sentences, and what the system calls it. */
export function diskReason(error: unknown): {
  reason: 'full' | 'forbidden' | 'gone' | 'other';
  code: string;
} {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return { reason: ownValue(REASONS, code) ?? 'other', code };
}
