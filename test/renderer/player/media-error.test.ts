import { describe, expect, it } from 'vitest';
import { faultOfException, faultOfMediaError } from '../../../renderer/player/media-error';

const mediaError = (code: number, message = ''): MediaError => ({ code, message }) as MediaError;

describe('why a player gave up', () => {
  it('tells the decoder from the rest and keeps the words of the browser', () => {
    expect(faultOfMediaError(mediaError(3, 'PIPELINE_ERROR_DECODE'))).toEqual({
      code: 'decoder',
      detail: 'MEDIA_ERR_DECODE: PIPELINE_ERROR_DECODE',
    });
    expect(faultOfMediaError(mediaError(4)).code).toBe('decoder');
    expect(faultOfMediaError(mediaError(2)).code).toBe('internal');
    expect(faultOfMediaError(null).code).toBe('internal');
  });

  it('reads exceptions by name', () => {
    expect(faultOfException(new DOMException('full', 'QuotaExceededError')).code).toBe('quota');
    expect(faultOfException(new DOMException('no', 'NotSupportedError')).code).toBe('decoder');
    expect(faultOfException(new Error('x'))).toEqual({ code: 'internal', detail: 'Error: x' });
  });
});
