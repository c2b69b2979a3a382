import { describe, expect, it } from 'vitest';
import type { MediaInfo } from '../../../model/media/types';
import {
  canBeBytes,
  lengthWord,
  progressWords,
  sourceFacts,
  sourceNote,
  splitPath,
} from '../../../renderer/source/source-words';
import '../../../renderer/source-kinds/source-kinds';

const media: MediaInfo = {
  id: '1',
  sourcePath: '/films/ocean.mp4',
  name: 'ocean.mp4',
  bytes: 1e8,
  kind: 'media',
  deliveredPath: '/films/ocean.mp4',
  deliveredBytes: 1e8,
  mime: 'video/mp4',
  durationS: 100,
  container: 'MP4',
  codecs: ['H.264', 'AAC'],
  hasVideo: true,
  hasAudio: true,
  prepared: null,
  startS: 0,
  cover: null,
  index: [],
};

describe('what a source is', () => {
  it('is said in size and length', () => {
    expect(sourceFacts(media, 1e6)).toBe('100 MB, 100 s');
    expect([9.96, 9.5, 95.04, 132.4].map(lengthWord)).toEqual(['10 s', '9.5 s', '95 s', '132 s']);
  });

  it('says what was done to it', () => {
    const prepared = { how: 'remuxed' as const, note: 'Remuxed, nothing lost.', losses: [] };
    expect(sourceFacts({ ...media, prepared }, 1e6)).toBe('100 MB, 100 s, remuxed');
    expect(sourceNote({ ...media, prepared })).toBe('MP4: H.264, AAC. Remuxed, nothing lost.');
    expect(sourceNote(media)).toBe('MP4: H.264, AAC. Delivered as it is.');
  });

  it('says what of the file is not there', () => {
    const prepared = { how: 'remuxed' as const, note: '', losses: ['cut-short' as const] };
    expect(sourceFacts({ ...media, prepared }, 1e6)).toBe('100 MB, 100 s, remuxed, cut short');
  });

  it('says that bytes are only delivered', () => {
    expect(sourceFacts({ ...media, kind: 'bytes', deliveredBytes: 2e6 }, 1e6)).toBe(
      '2 MB delivered as bytes, taken at 1.0 MB/s',
    );
    expect(sourceNote({ ...media, kind: 'bytes' })).toContain('not played');
  });

  it('has a rate instead of a length when it is no media', () => {
    expect(sourceFacts({ ...media, kind: 'text', deliveredBytes: 2e6 }, 1e6)).toBe(
      '2 MB of text, read at 1.0 MB/s',
    );
  });
});

describe('progress', () => {
  const progress = { step: 'remux', name: 'a.mov', fraction: null, secondsLeft: null } as const;

  it('says percent and seconds left, or how long it has taken', () => {
    expect(progressWords({ ...progress, fraction: 0.437, secondsLeft: 11.2 }, 5)).toEqual({
      percent: '43 %',
      time: '12 s left',
    });
    expect(progressWords(progress, 0.9)).toEqual({ percent: '', time: '' });
    expect(progressWords(progress, 3.7)).toEqual({ percent: '', time: '3 s so far' });
  });
});

describe('a refused file', () => {
  it('can be delivered as bytes when it is there and has some', () => {
    expect(canBeBytes('no-playable-track')).toBe(true);
    expect((['empty', 'folder', 'vanished', 'no-permission'] as const).some(canBeBytes)).toBe(
      false,
    );
  });
});

describe('splitPath', () => {
  it('knows both kinds of separators', () => {
    expect(splitPath('/a/b/c.mp4')).toEqual({ folder: '/a/b', name: 'c.mp4' });
    expect(splitPath('C:\\a\\c.mp4')).toEqual({ folder: 'C:\\a', name: 'c.mp4' });
    expect(splitPath('c.mp4')).toEqual({ folder: '', name: 'c.mp4' });
  });
});
