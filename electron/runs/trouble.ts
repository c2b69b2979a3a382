import { ownValue } from '../../model/own-value';
import { say } from '../words';

/** What the system says, to our words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EEXIST: 'gone',
};

/** Why runs cannot be kept in a folder, one sentence. */
export function troubleOf(error: unknown, folder: string): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return say(`runs.trouble.${ownValue(REASONS, code) ?? 'other'}`, { folder, code });
}
