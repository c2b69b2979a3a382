import { describe, expect, it } from 'vitest';
import type { MediaInfo } from '../../../model/media/types';
import { runSource } from '../../../model/run/run-plan';

const media = {
  kind: 'text',
  deliveredBytes: 5000,
  durationS: 5,
  index: [],
} as unknown as MediaInfo;

describe('the source of a run', () => {
  it('lasts as long as consuming it takes', () => {
    expect(runSource(media, 500)).toMatchObject({
      durationS: 10,
      index: [
        { bytes: 0, seconds: 0 },
        { bytes: 5000, seconds: 10 },
      ],
    });
  });

  it('is media as it is', () => {
    const film: MediaInfo = { ...media, kind: 'media' };
    expect(runSource(film, 500)).toBe(film);
  });
});
