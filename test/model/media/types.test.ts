import { describe, expect, it } from 'vitest';
import {
  MEDIA_REFUSALS,
  mediaInfoSchema,
  mediaProgressSchema,
  mediaRefusalSchema,
} from '../../../model/media/types';

const film = {
  id: 'a',
  sourcePath: '/films/film.mkv',
  name: 'film.mkv',
  bytes: 3000,
  kind: 'media',
  deliveredPath: '/cache/film.mp4',
  deliveredBytes: 2000,
  mime: 'video/mp4; codecs="avc1.64001f"',
  durationS: 2,
  startS: 0,
  cover: null,
  container: 'mp4',
  codecs: ['avc1.64001f'],
  hasVideo: true,
  hasAudio: false,
  prepared: { how: 'remuxed', note: 'Moved into another container.', losses: [] },
  index: [
    { bytes: 0, seconds: 0 },
    { bytes: 2000, seconds: 2 },
  ],
};

describe('what a source is, as it crosses processes', () => {
  it('is handed on whole', () => {
    for (const kind of ['media', 'text', 'bytes']) {
      for (const prepared of [
        null,
        film.prepared,
        { how: 'transcoded', note: '', losses: ['cut-short'] },
      ]) {
        const media = { ...film, kind, prepared };
        expect(mediaInfoSchema.parse(media)).toEqual(media);
      }
    }
  });

  it('is refused when a fact is missing or of another kind', () => {
    for (const field of Object.keys(film)) {
      const less = Object.fromEntries(Object.entries(film).filter(([name]) => name !== field));
      expect(mediaInfoSchema.safeParse(less).success, field).toBe(false);
      expect(mediaInfoSchema.safeParse({ ...film, [field]: Symbol() }).success, field).toBe(false);
    }
    for (const wrong of [
      { kind: '' },
      { prepared: {} },
      { prepared: { how: '', note: '' } },
      { index: [{}] },
      { codecs: [1] },
    ]) {
      expect(mediaInfoSchema.safeParse({ ...film, ...wrong }).success).toBe(false);
    }
  });
});

describe('a refusal and progress', () => {
  it('have codes of their own, a sentence and a detail', () => {
    for (const code of MEDIA_REFUSALS) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      const refusal = { code, message: 'It is empty.', detail: '' };
      expect(mediaRefusalSchema.parse(refusal)).toEqual(refusal);
    }
    expect(new Set(MEDIA_REFUSALS).size).toBe(13);
    expect(mediaRefusalSchema.safeParse({ code: '', message: '', detail: '' }).success).toBe(false);
    expect(mediaRefusalSchema.safeParse({ code: 'empty' }).success).toBe(false);
  });

  it('tell the step and how far it is, where that is known', () => {
    for (const step of ['inspect', 'remux', 'transcode', 'sample', 'index']) {
      const known = { step, name: 'film.mkv', fraction: 0.5, secondsLeft: 3 };
      expect(mediaProgressSchema.parse(known)).toEqual(known);
      const unknown = { ...known, fraction: null, secondsLeft: null };
      expect(mediaProgressSchema.parse(unknown)).toEqual(unknown);
    }
    expect(mediaProgressSchema.safeParse({ step: '', name: '' }).success).toBe(false);
    expect(mediaProgressSchema.safeParse({ step: 'remux' }).success).toBe(false);
  });
});
