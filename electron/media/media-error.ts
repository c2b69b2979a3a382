import type { MediaRefusal, MediaRefusalCode } from '../../model/media/types';
import { say } from '../words';

/** A source that cannot be opened; `message` is one sentence for a person, `detail` is for the curious. */
export class MediaError extends Error {
  override readonly name = 'MediaRefused';

  constructor(
    readonly code: MediaRefusalCode,
    message: string,
    readonly detail: string = '',
  ) {
    super(message);
  }

  /** The refusal as it crosses processes. */
  toRefusal(): MediaRefusal {
    return { code: this.code, message: this.message, detail: this.detail };
  }
}

/** A refusal in the words of `assets/words`, section "refusal"; `key` defaults to the code. */
export function mediaError(
  code: MediaRefusalCode,
  gaps: Record<string, string | number>,
  detail = '',
  key: string = code,
): MediaError {
  return new MediaError(code, say(`refusal.${key}`, gaps), detail);
}
