import { diskReason } from '../disk-reason';
import { say } from '../words';

/** Why runs cannot be kept in a folder, one sentence. */
export function troubleOf(error: unknown, folder: string): string {
  const { reason, code } = diskReason(error);
  return say(`runs.trouble.${reason}`, { folder, code });
}
