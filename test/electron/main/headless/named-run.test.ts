import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../electron/main/headless/command-line';

describe('a kept run that is named where a file may be', () => {
  it('opens in the window as a run, and is not delivered', () => {
    expect(parseCommandLine(['Lecture 3.BUFFERRUN'])).toMatchObject({
      kind: 'window',
      runLog: 'Lecture 3.BUFFERRUN',
      source: { path: null },
    });
    expect(parseCommandLine(['film.mp4'])).toMatchObject({
      runLog: null,
      source: { path: 'film.mp4' },
    });
  });

  it('is a bad argument of a headless run, in one sentence', () => {
    expect(parseCommandLine(['--headless', 'a.bufferrun'])).toEqual({
      kind: 'bad',
      exitCode: 2,
      message:
        'a.bufferrun is a kept run, and nothing that can be delivered. Leave out --headless to look at it, or name a media file.',
    });
  });
});
