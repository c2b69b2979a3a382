/** Why a player gave up: a code of `LANE_ERRORS` and the browser's own words. */
export interface PlayerFault {
  code: 'decoder' | 'quota' | 'internal';
  detail: string;
}

const NAMES: Readonly<Record<number, string>> = {
  1: 'MEDIA_ERR_ABORTED',
  2: 'MEDIA_ERR_NETWORK',
  3: 'MEDIA_ERR_DECODE',
  4: 'MEDIA_ERR_SRC_NOT_SUPPORTED',
};

/** The fault behind an element's MediaError; its detail names the error and what the browser says about it. */
export function faultOfMediaError(error: MediaError | null): PlayerFault {
  if (!error) return { code: 'internal', detail: 'MEDIA_ERR_UNKNOWN' };
  const name = NAMES[error.code] ?? `MediaError ${error.code}`;
  const detail = error.message ? `${name}: ${error.message}` : name;
  return { code: error.code === 3 || error.code === 4 ? 'decoder' : 'internal', detail };
}

/** The fault behind an exception of MediaSource, SourceBuffer or play(). */
export function faultOfException(error: unknown): PlayerFault {
  if (!(error instanceof DOMException)) return { code: 'internal', detail: String(error) };
  const detail = `${error.name}: ${error.message}`;
  if (error.name === 'QuotaExceededError') return { code: 'quota', detail };
  return { code: error.name === 'NotSupportedError' ? 'decoder' : 'internal', detail };
}
