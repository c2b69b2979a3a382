import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { servedFiles } from '../../../../electron/main/server/served-files';
import type { MediaInfo } from '../../../../model/media/types';

const REPO = resolve(import.meta.dirname, '../../../..');
const MEDIA: MediaInfo = {
  ...{ id: 'm', sourcePath: '/films/ocean.mov', name: 'ocean.mov', bytes: 7, kind: 'media' },
  ...{ deliveredPath: '/cache/ocean.mp4', deliveredBytes: 9, durationS: 1, container: 'mp4' },
  ...{ mime: 'video/mp4; codecs="avc1.64001f"', codecs: [], hasVideo: true, hasAudio: false },
  ...{ prepared: null, startS: 0, cover: null, index: [] },
};

describe('what the server sends', () => {
  it('is the file that is open as it is delivered, and the example text', () => {
    const { media, text } = servedFiles(MEDIA, REPO);
    expect(media).toEqual({
      ...{ path: '/cache/ocean.mp4', name: 'ocean.mov', mime: 'video/mp4', bytes: 9 },
    });
    expect(text).toMatchObject({ name: 'example.txt', mime: 'text/plain', bytes: 100_000 });
  });

  it('is the text that is open in place of the example', () => {
    const open: MediaInfo = { ...MEDIA, kind: 'text', mime: '', deliveredPath: '/a.txt' };
    const { media, text } = servedFiles({ ...open, name: 'a.txt' }, REPO);
    expect(media).toBeNull();
    expect(text).toEqual({ path: '/a.txt', name: 'a.txt', mime: 'text/plain', bytes: 9 });
  });

  it('is the text alone while nothing is open, and any bytes without a type', () => {
    expect(servedFiles(null, REPO).media).toBeNull();
    const bytes: MediaInfo = { ...MEDIA, kind: 'bytes', mime: '' };
    expect(servedFiles(bytes, REPO).media?.mime).toBe('application/octet-stream');
  });

  it('the example says at each line how many bytes came before it', () => {
    const text = readFileSync(servedFiles(null, REPO).text?.path ?? '', 'latin1');
    const lines = text.slice(0, -1).split('\n');
    let offset = 0;
    for (const line of lines) {
      expect(Number(line.slice(0, 7))).toBe(offset);
      offset += line.length + 1;
    }
    expect(offset).toBe(text.length);
  });
});
