import type { FromReader } from '../ipc/lane-port';

type Failed = Extract<FromReader, { type: 'failed' }>;

/** Why a source can be read no further; `detail` is the system's own word or the numbers. */
export class SourceFailure extends Error {
  override name = 'SourceFailure';

  constructor(
    readonly code: Failed['code'],
    readonly detail: string,
    readonly memory?: Pick<Failed, 'neededBytes' | 'freeBytes' | 'heldBytes' | 'capBytes'>,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The failure behind whatever was thrown while reading or stating the source. */
export function sourceFailure(error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return new SourceFailure('internal', String(error));
  return new SourceFailure(code === 'ENOENT' ? 'file-vanished' : 'file-unreadable', code);
}
