import type { LaneLog, RunLog } from './schema';

/** Whether a player was given what the file holds: all of it, all that it was given so far, or something else. */
export type Verification = 'yes' | 'so-far' | 'no' | 'unchecked';

/** What the log of a run says of one lane's bytes. */
export function verificationOf(
  { sha256, verifiedBytes, error }: Pick<LaneLog, 'sha256' | 'verifiedBytes' | 'error'>,
  { media }: Pick<RunLog, 'media'>,
): Verification {
  if (sha256 === null) return 'unchecked';
  if (error?.code === 'hash-mismatch') return 'no';
  return (verifiedBytes ?? 0) < media.deliveredBytes ? 'so-far' : 'yes';
}
